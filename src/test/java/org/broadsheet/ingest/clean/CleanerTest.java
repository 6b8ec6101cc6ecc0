package org.broadsheet.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class CleanerTest {
    private static final URI BASE = URI.create("https://blog.example/2026/post.html");

    /** Each tries to run a script, or to leave the tree that the parser sees, in a way of its own. */
    private static final List<String> HOSTILE = List.of(
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
            "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
            "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
            "<math><mi><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=alert(1) src=1>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
            "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
            "<template><script>alert(1)</script><p>x</p></template>",
            "<select><template><style><!--</style><a rel=\"--></style><img onerror=alert(1) src>\"></template></select>",
            "<table><tr><td><table><a href=#1><table><a href=#2>x</a></table></a></table></td></tr></table>",
            "<a href=\" \u0001javascript:alert(1)\">x</a>",
            "<a href=\"vbscript:x\">x</a><a href=\"file:///etc/passwd\">y</a><a href=\"blob:https://x/1\">z</a>",
            "<a href=\"https:\\\\evil.example\\@good.example\">x</a>",
            "<img srcset=\"javascript:alert(1) 1x, data:text/html,x 2x\" src=\"javascript:alert(1)\">",
            "<video poster=javascript:alert(1) src=javascript:alert(2)><source src=javascript:alert(3)></video>",
            "<iframe src=\"https://www.youtube.com@evil.example/embed/x\"></iframe>",
            "<iframe src=\"https://www.youtube.com:8443/embed/x\"></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<object data=javascript:alert(1)><param name=x><embed src=javascript:alert(1)></object>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\"><base href=javascript:/><link rel=import href=x>",
            "<p style=\"position:fixed;background:url(javascript:x)\" id=location name=cookie class=x>x</p>",
            "<form id=x><button formaction=javascript:alert(1) autofocus onfocus=alert(1)>x</button><input name=attributes>",
            "<p>a</main></div></body></html><script>alert(1)</script>b",
            "<b><i><u><p>x</b>y</i>z</u><table>t<td>u<a>v<div><a>w",
            "<h1><x-y><h2>a</h2></x-y></h1><p><object><p>b<object><div>c",
            "<li><x-y><li>a<dd><x-y><dt>b<ruby><rt><x-y><rt>c",
            "<plaintext>x</p><script>alert(1)</script>",
            "<!--><script>alert(1)</script>--><![CDATA[<script>alert(1)</script>]]><?php x ?>",
            "<img alt=\"`><script>alert(1)</script>\" src='/x' title='\"'>",
            "<pre dir=rtl>\n\n<i>x</i></pre><pre>\r\n\r\ny</pre><pre><img>\n</pre>",
            "<dt id=x>x</dt><svg><a href=#x>y</a></svg>",
            "<svg width=99 height=99 onload=alert(1)><set attributeName=href to=javascript:alert(1) /><a href=x><text>x</text></a></svg>",
            "<svg width=99 height=99><desc><style><a title=\"</style><img src onerror=alert(1)>\"></desc><title><img onerror=x src></title></svg>",
            "<svg width=99 height=99><p><style><g title=\"</style><img onerror=alert(1) src>\"></g></p></svg><b>x</b>",
            "<math><mtext><svg width=99 height=99><desc><mglyph><textarea><a id=\"</textarea><img onerror=x src>\"></svg></math>",
            "<svg width=99 height=99><a href=\"data:text/html,x\"><text>x<style>y</style></text></a></svg><p>after</p>",
            "<p/onclick=alert(1)//title=x<b>y</b>");

    @Test
    void nothing_that_runs_comes_out_of_hostile_markup() {
        for (String hostile : HOSTILE) {
            Element body = Jsoup.parseBodyFragment(Cleaner.clean(hostile, BASE).value())
                    .body();
            assertThat(
                            body.select(
                                    "script, style, use, image, animate, set, foreignObject, form, input, textarea, template, object, embed, meta, base, link"))
                    .as(hostile)
                    .isEmpty();
            body.getAllElements()
                    .forEach(element -> element.attributes().forEach(attribute -> {
                        assertThat(attribute.getKey())
                                .as(hostile)
                                .doesNotStartWith("on")
                                .isNotIn("style", "name", "srcdoc");
                        assertThat(attribute.getValue())
                                .as(hostile)
                                .doesNotContain("script:")
                                .doesNotContain("data:text");
                    }));
            assertThat(body.select("iframe")).as(hostile).isEmpty();
        }
    }

    @Test
    void what_was_cleaned_does_not_change_when_it_is_cleaned_again() {
        for (String hostile : HOSTILE) {
            String once = Cleaner.clean(hostile, BASE).value();
            assertThat(Cleaner.clean(once, BASE).value()).as(hostile).isEqualTo(once);
        }
    }

    @Test
    void a_parser_reads_the_outcome_as_the_tree_that_was_written() {
        for (String hostile : HOSTILE) {
            String once = Cleaner.clean(hostile, BASE).value();
            Element body = Jsoup.parseBodyFragment(once).body();
            assertThat(Jsoup.parseBodyFragment(body.html()).body().hasSameValue(body))
                    .as(hostile)
                    .isTrue();
        }
    }

    @Test
    void without_a_base_relative_addresses_are_dropped_and_their_words_stay() {
        assertThat(Cleaner.clean("<a href=\"/x\">words</a><img src=y.png><a href=\"//e.org/\">z</a>", null)
                        .value())
                .isEqualTo("words<a href=\"https://e.org/\" rel=\"noopener noreferrer nofollow\">z</a>");
    }

    @Test
    void a_base_without_a_host_is_no_base() {
        assertThat(Cleaner.clean("<a href=\"/x\">words</a>", URI.create("urn:isbn:1"))
                        .value())
                .isEqualTo("words");
    }

    @Test
    void ten_thousand_open_elements_overflow_nothing_and_keep_the_text() {
        String deep = "<div><b><table><tr><td>".repeat(10_000) + "the text";

        String clean = Cleaner.clean(deep, BASE).value();

        assertThat(Jsoup.parseBodyFragment(clean).text()).isEqualTo("the text");
        assertThat(Cleaner.clean(clean, BASE).value()).isEqualTo(clean);
    }

    @Test
    void an_endless_text_is_cut_at_the_limit() {
        assertThat(Cleaner.clean("x".repeat(Cleaner.MAX_CHARS + 5), BASE).value())
                .hasSize(Cleaner.MAX_CHARS);
        assertThat(Jsoup.parseBodyFragment(Cleaner.clean("<br>".repeat(Cleaner.MAX_TAGS + 5), BASE)
                                .value())
                        .select("br"))
                .hasSize(Cleaner.MAX_TAGS);
    }

    @Test
    void unclosed_formatting_before_many_paragraphs_makes_no_endless_document() {
        StringBuilder hostile = new StringBuilder("<p>");
        for (int i = 0; i < 300; i++) hostile.append("<b id=").append(i).append('>');

        String clean = Cleaner.clean(hostile + "<p>x".repeat(5_000), BASE).value();

        assertThat(clean.length()).isLessThan(hostile.length() + 5_000 * 400);
    }

    @Test
    void what_comes_from_the_store_is_taken_as_it_is() {
        assertThat(Cleaner.restore("<p>x</p>").value()).isEqualTo("<p>x</p>");
    }
}
