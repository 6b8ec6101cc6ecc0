package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.Headline;
import org.junit.jupiter.api.Test;

class StreamViewTest {
    private static final String PICTURE = "https://a.example/p.jpg";

    @Test
    void the_newest_headline_with_a_picture_leads() {
        Headline plain = Samples.headline(3, Samples.NOW.at(), null);
        Headline pictured = Samples.headline(2, Samples.NOW.at(), PICTURE);
        Headline older = Samples.headline(1, Samples.NOW.at(), PICTURE);

        assertThat(StreamView.lead(List.of(plain, pictured, older))).isEqualTo(pictured);
    }

    @Test
    void the_newest_leads_when_pictures_come_too_late_or_cannot_be_shown() {
        List<Headline> headlines = new ArrayList<>();
        for (int id = 30; id > 15; id--) {
            headlines.add(Samples.headline(id, Samples.NOW.at(), "data:image/png;base64,AAAA"));
        }
        headlines.add(Samples.headline(1, Samples.NOW.at(), PICTURE));

        assertThat(StreamView.lead(headlines)).isEqualTo(headlines.get(0));
        assertThat(StreamView.lead(List.of())).isNull();
    }
}
