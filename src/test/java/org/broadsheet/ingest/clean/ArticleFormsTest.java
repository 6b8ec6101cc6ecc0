package org.broadsheet.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.model.SafeHtml;
import org.junit.jupiter.api.Test;

final class ArticleFormsTest {
    private static SafeHtml clean(String html) {
        return Cleaner.clean(html, null);
    }

    @Test
    void the_lead_image_is_the_first_that_is_neither_small_nor_an_ornament() {
        SafeHtml article = clean("<img src='https://e.example/a.png' width=16 height=16>"
                + "<img src='https://secure.gravatar.com/face?s=300'><img src='https://e.example/emoji/1f600.png'>"
                + "<p><img title='a > b' src='https://e.example/big.jpg?w=1&amp;h=2' width=640>"
                + "<img src='https://e.example/second.jpg'>");
        assertThat(LeadImage.of(article)).contains("https://e.example/big.jpg?w=1&h=2");
    }

    @Test
    void an_article_without_pictures_has_no_lead_image() {
        assertThat(LeadImage.of(clean("<p>&lt;img src=\"https://e.example/a.png\"&gt;</p>")))
                .isEmpty();
    }

    @Test
    void on_a_page_players_are_links_that_say_where_they_lead() {
        SafeHtml article =
                clean("<p>See</p><iframe src='https://www.youtube.com/embed/abc?start=1' title='a > b'></iframe>"
                        + "<iframe src='https://w.soundcloud.com/player/?url=x&amp;y=1'></iframe>");
        assertThat(PageForm.of(article).value())
                .isEqualTo("<p>See</p><a class=\"player\" href=\"https://www.youtube.com/watch?v=abc\""
                        + " rel=\"noopener noreferrer nofollow\""
                        + " data-frame=\"https://www.youtube-nocookie.com/embed/abc?start=1\">Watch on YouTube</a>"
                        + "<a class=\"player\" href=\"https://w.soundcloud.com/player/?url=x&amp;y=1\""
                        + " rel=\"noopener noreferrer nofollow\""
                        + " data-frame=\"https://w.soundcloud.com/player/?url=x&amp;y=1\">Listen on SoundCloud</a>");
    }

    @Test
    void an_article_without_players_is_the_same_on_a_page() {
        SafeHtml article = clean("<p>&lt;iframe src=\"x\"&gt;&lt;/iframe&gt;</p>");
        assertThat(PageForm.of(article)).isEqualTo(article);
    }
}
