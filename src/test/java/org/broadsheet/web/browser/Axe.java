package org.broadsheet.web.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds that keeps people with screen readers, keyboards or weak eyes from a page. */
final class Axe {
    private static final String RUN = """
            async () => (await axe.run(document, {iframes: false})).violations.map(
              violation => violation.id + ": " + violation.nodes.map(node => node.html + " " + node.failureSummary).join(" | "))""";

    private static final String SOURCE = source();

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
