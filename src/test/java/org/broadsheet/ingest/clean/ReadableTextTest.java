package org.broadsheet.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.text.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {
    private static final URI BASE = URI.create("https://news.example/a");
    private static final List<String> PIECES = List.of(
            ("<p>|</p>|<div>|</div>|<b>|</b>|<i>|</i>|<a href=/x>|</a>|<br>|<hr>|<img src=/p.png>|<ul>|<li>|</ul>|<table>|<tr>|<td>"
                            + "|</table>|<blockquote>|</blockquote>|<span>|</span>|<section>|</section>|<h2>|</h2>|<pre>|</pre>|<video"
                            + " src=/v.mp4>|</video>|<iframe src=https://www.youtube.com/embed/x></iframe>|<figure>|<figcaption>"
                            + "|</figure>|one|two | three|\n|&amp;|&lt;b>|&quot;|&nbsp;|&shy;|\u200b|  |\u3000|é—😀|<wbr>|<details>"
                            + "|<summary>|</details>|<svg width=9 height=9>|</svg>|<math>|</math>|<ruby>|<rt>|</ruby>|<!--x-->")
                    .split("\\|"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`  plain  text ` | plain text",
                "<p>One</p><p>Two</p> | One Two",
                "<div><p>One</p></div>two<p>three</p> | One two three",
                "one<br>two<hr>three<img src=/x.png>four | one two three four",
                "<span><p>one</p></span>two | one two",
                "<p>w<b>or</b>d, <i>a</i>&#10;&#9;<em>b</em></p> | word, a b",
                "<ul><li>1<li>2</ul>x | 1 2 x",
                "<table><tr><td>1<td>2</table> | 1 2",
                "AT&amp;T &lt;b&gt; &quot;q&quot; &copy; | AT&T <b> \"q\" ©",
                "<pre>a&#10;  b</pre>c | a b c",
                "&nbsp;a&nbsp;&nbsp;b&shy;c | a bc",
                "<a title='1 > 0'>x</a> | x"
            })
    void an_article_is_one_line_with_its_parts_apart(String html, String text) {
        assertThat(ReadableText.of(Cleaner.clean(html, BASE))).isEqualTo(text);
    }

    @Test
    void its_letters_are_those_that_a_parser_finds() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder html = new StringBuilder();
            int pieces = 1 + random.nextInt(14);
            for (int piece = 0; piece < pieces; piece++) {
                html.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            SafeHtml safe = Cleaner.clean(html.toString(), BASE);
            assertThat(letters(ReadableText.of(safe)))
                    .as("%s from %s", safe.value(), html)
                    .isEqualTo(letters(PlainText.of(safe.value())));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u00a0\u200b\u00ad\u3000]", "");
    }
}
