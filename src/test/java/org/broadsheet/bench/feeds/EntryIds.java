package org.broadsheet.bench.feeds;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.reading.TestStore;

/** Which entries a document has, and which the store has. */
final class EntryIds {
    private static final Pattern ID =
            Pattern.compile("(?:<id>|<guid isPermaLink=\"false\">|\"id\":\")tag:[^<\"]*:entry/(\\d+)[<\"]");

    private EntryIds() {}

    /** In the order of the document. */
    static List<String> in(HttpResponse<String> document) {
        Matcher ids = ID.matcher(document.body());
        return ids.results().map(id -> id.group(1)).toList();
    }

    static Set<String> in(TestStore store) {
        Set<String> ids = new HashSet<>();
        Position after = null;
        do {
            Page<Headline> page = store.headlines.page(store.account, Selection.all(Scope.EVERYTHING), after, 1_000);
            page.items().forEach(headline -> ids.add(headline.entry().id().toString()));
            after = page.next();
        } while (after != null);
        return ids;
    }
}
