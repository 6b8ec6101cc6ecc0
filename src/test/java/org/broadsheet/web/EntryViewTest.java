package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.model.Sighting;
import org.broadsheet.web.Attachment.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryViewTest {

    @Test
    void a_summary_that_the_text_repeats_is_known_whatever_the_markup_and_the_ellipsis() {
        Body body = Body.read(
                new SafeHtml(
                        "<p>The order <b>frees</b> the second half of the grant at&nbsp;once, and builders say work can begin.</p>"));

        assertThat(body.repeats("The order frees the second half of the grant at once, and builders say …"))
                .isTrue();
        assertThat(body.repeats("The order frees")).isTrue();
        assertThat(body.repeats("A winter of delays is over.")).isFalse();
    }

    @Test
    void attachments_are_named_and_measured_and_pictures_left_to_the_article() {
        List<Attachment> attachments = Attachment.of(
                List.of(
                        new Enclosure(
                                "https://a.example/p/e1.mp3?x=1",
                                "audio/mpeg",
                                12_400_000L,
                                Duration.ofSeconds(3725),
                                null),
                        new Enclosure("https://a.example/v.mp4", "video/mp4", null, Duration.ofSeconds(65), "The film"),
                        new Enclosure("https://a.example/paper.pdf", null, 900L, null, null),
                        new Enclosure("https://a.example/p.jpg", "image/jpeg", null, null, null),
                        new Enclosure("javascript:alert(1)", "audio/mpeg", null, null, null)),
                Samples.ENGLISH);

        assertThat(attachments)
                .extracting(Attachment::kind, Attachment::name, Attachment::note)
                .containsExactly(
                        tuple(Kind.AUDIO, "e1.mp3", "1:02:05 · 12.4 MB"),
                        tuple(Kind.VIDEO, "The film", "1:05"),
                        tuple(Kind.FILE, "paper.pdf", "900 bytes"));
    }

    @ParameterizedTest
    @CsvSource({"0,", "119,", "120, 1 min", "231, 2 min", "1150, 5 min"})
    void reading_time_is_told_of_texts_and_not_of_teasers(int words, String text) {
        assertThat(ReadingTime.of(words, Samples.ENGLISH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/x",
        "' HTTP://a.example ', HTTP://a.example",
        "javascript:alert(1),",
        "data:text/html;x,",
        "//a.example/,",
        ",",
    })
    void only_addresses_of_the_web_are_linked(String url, String safe) {
        assertThat(Link.safe(url)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({
        "1, Also in A1",
        "2, Also in A1 and A2",
        "3, 'Also in A1, A2 and A3'",
        "5, 'Also in A1, A2, A3 and 2 more'",
    })
    void other_sources_are_listed_as_people_list_things(int count, String line) {
        AlsoIn also = AlsoIn.of(LongStream.rangeClosed(1, count)
                .mapToObj(n -> new Sighting(new FeedId(n), new EntryId(n), "A" + n))
                .toList());

        StringBuilder text = new StringBuilder();
        for (int i = 0; i < also.links().size(); i++) {
            text.append(also.before(i, Samples.ENGLISH))
                    .append(also.links().get(i).text());
        }
        assertThat(text + (also.more() > 0 ? " and " + also.more() + " more" : ""))
                .isEqualTo(line);
    }
}
