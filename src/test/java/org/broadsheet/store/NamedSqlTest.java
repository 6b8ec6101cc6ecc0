package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.broadsheet.reading.TestStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class NamedSqlTest {
    @Test
    void a_name_that_stands_twice_has_its_value_at_both_places() {
        NamedSql sql = NamedSql.of("update a set x = :x, y = :y where x <> :x");
        Object[] values = new Object[sql.parameters()];
        sql.put(values, "x", 1);
        sql.put(values, "y", 2);
        assertThat(sql.jdbc()).isEqualTo("update a set x = ?, y = ? where x <> ?");
        assertThat(values).containsExactly(1, 2, 1);
    }

    @Test
    void a_name_that_stands_nowhere_is_a_mistake_that_shows() {
        NamedSql sql = NamedSql.of("select 1 from a where x = :x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql.put(new Object[1], "z", 1))
                .withMessageContaining(":z");
    }

    @OnBothDatabases
    void what_is_not_bound_in_each_row_is_a_mistake_that_shows_and_null_is_said(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            handle.execute("create table sample (id bigint, word varchar)");
            Batch rows = Batch.of(handle, "insert into sample (id, word) values (:id, :word)");
            rows.bind("id", 1).bind("word", "a\0b").add();
            rows.bind("id", 2).bind("word", (String) null).add();
            assertThat(rows.execute()).hasSize(2);
            Batch forgetful = Batch.of(handle, "insert into sample (id, word) values (:id, :word)");
            forgetful.bind("id", 3).bind("word", "c").add();
            forgetful.bind("id", 4).add();
            assertThatIllegalStateException().isThrownBy(forgetful::execute).withMessageContaining("Value 2");
            List<String> words = Lookup.of(handle, "select word from sample where id = any(:ids) order by id")
                    .bindIds("ids", List.of(1L, 2L))
                    .list(row -> String.valueOf(row.getString(1)));
            assertThat(words).containsExactly("ab", "null");
        }
    }
}
