package org.broadsheet.api.feeds;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.broadsheet.model.SafeHtml;

/**
 * How streams look to other programs.
 *
 * @param form makes of an article's text one that readers of feeds show
 * @param hubs who announces the news of what is open to all; empty for nobody
 */
public record Presentation(UnaryOperator<SafeHtml> form, List<URI> hubs) {
    public Presentation {
        hubs = List.copyOf(hubs);
    }
}
