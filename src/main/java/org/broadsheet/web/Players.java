package org.broadsheet.web;

import io.javalin.http.Context;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.broadsheet.model.SafeHtml;

/**
 * Players of other hosts in articles.
 *
 * @param form makes of an article's text one that loads nothing from players before the reader asks
 * @param hosts that players are framed from when the reader does
 */
public record Players(UnaryOperator<SafeHtml> form, Set<String> hosts) {
    private static final String POLICY = "Content-Security-Policy";

    /** Lets this one page frame them; all others frame nothing. */
    void allowOn(Context ctx) {
        String policy = ctx.res().getHeader(POLICY);
        if (policy != null) {
            ctx.header(
                    POLICY,
                    policy + hosts.stream().collect(Collectors.joining(" https://", "; frame-src https://", "")));
        }
    }
}
