package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WrittenListTest {
    private record Item(String title) {}

    private static final Item SHIP = new Item("Ship");
    private static final Item HARBOUR = new Item("Häfen \"and\" more");
    private static final Item TIDE = new Item("Tide");

    @Test
    void it_is_what_would_be_written_at_once() {
        WrittenList<Item> none = WrittenList.none();
        WrittenList<Item> empty = none.next(List.of(), Item.class::cast);
        assertThat(empty.text()).isEqualTo(atOnce());
        WrittenList<Item> two = empty.next(List.of(SHIP, HARBOUR), Item.class::cast);
        assertThat(two.text()).isEqualTo(atOnce(SHIP, HARBOUR));
        WrittenList<Item> others = two.next(List.of(HARBOUR, TIDE, HARBOUR), Item.class::cast);
        assertThat(others.text()).isEqualTo(atOnce(HARBOUR, TIDE, HARBOUR));
    }

    @Test
    void only_what_was_not_in_it_is_written() {
        List<Item> written = new ArrayList<>();
        Function<Item, Object> noting = item -> {
            written.add(item);
            return item;
        };
        WrittenList<Item> two = WrittenList.<Item>none().next(List.of(SHIP, HARBOUR), noting);
        written.clear();
        two.next(List.of(TIDE, HARBOUR, SHIP), noting);
        assertThat(written).containsExactly(TIDE);
    }

    @Test
    void its_tag_is_that_of_its_items_in_their_order() {
        WrittenList<Item> two = WrittenList.<Item>none().next(List.of(SHIP, HARBOUR), Item.class::cast);
        String tag = two.document().tag();
        assertThat(two.next(List.of(SHIP, HARBOUR), Item.class::cast).document().tag())
                .isEqualTo(tag);
        assertThat(two.next(List.of(HARBOUR, SHIP), Item.class::cast).document().tag())
                .isNotEqualTo(tag);
        assertThat(two.next(List.of(SHIP), Item.class::cast).document().tag()).isNotEqualTo(tag);
    }

    private static String atOnce(Item... items) {
        return new String(Json.bytes(new Items<>(List.of(items), null)), StandardCharsets.UTF_8);
    }
}
