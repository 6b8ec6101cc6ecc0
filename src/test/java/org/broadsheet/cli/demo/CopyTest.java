package org.broadsheet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTest {
    @Test
    void each_kind_of_block_becomes_its_element() {
        assertThat(html("One & two\n\n## Head\n\n> Said `so`\n\n- a\n- b"))
                .isEqualTo("<p>One &amp; two</p>\n<h2>Head</h2>\n<blockquote><p>Said <code>so</code></p></blockquote>\n"
                        + "<ul><li>a</li><li>b</li></ul>");
    }

    @Test
    void code_keeps_its_lines_and_its_angle_brackets() {
        assertThat(html("```\nif a < b {\n    c\n}\n```")).isEqualTo("<pre><code>if a &lt; b {\n    c\n}</code></pre>");
    }

    @Test
    void a_draft_is_read_with_all_that_its_head_says() {
        List<Draft> drafts = DraftReader.read(List.of(
                "% note",
                "=== key",
                "@ harbour-post -5m",
                "# Head",
                "by A. B",
                "tags X, Y",
                "picture ice | Cap | Cred",
                "Text",
                "",
                "# not a headline"));

        assertThat(drafts).singleElement().satisfies(draft -> {
            assertThat(draft.key()).isEqualTo("key");
            assertThat(draft.papers()).containsExactly(Paper.HARBOUR_POST);
            assertThat(draft.offset()).hasMinutes(-5);
            assertThat(draft.headlines()).containsExactly("Head");
            assertThat(draft.tags()).containsExactly("X", "Y");
            assertThat(draft.figure()).isEqualTo(new Draft.Figure("ice", "Cap", "Cred"));
            assertThat(draft.body()).isEqualTo("Text\n\n# not a headline");
        });
    }

    private static String html(String body) {
        Draft draft = new Draft("k", List.of(), null, List.of("H"), "", List.of(), null, "", body);
        return Copy.html(new Piece(Paper.HARBOUR_POST, "k", draft, Instant.EPOCH), "");
    }
}
