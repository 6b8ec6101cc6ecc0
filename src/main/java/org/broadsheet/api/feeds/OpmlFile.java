package org.broadsheet.api.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.broadsheet.reading.Outlines;
import org.broadsheet.server.Access;
import org.broadsheet.server.ETags;
import org.broadsheet.server.Routes;
import org.broadsheet.text.Hashes;

/** {@code /opml}: what is followed here, for programs that follow the list itself. */
public final class OpmlFile implements Routes {
    private final Access access;
    private final Outlines outlines;

    public OpmlFile(Access access, Outlines outlines) {
        this.access = access;
        this.outlines = outlines;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/opml", this::write);
    }

    private void write(Context ctx) {
        byte[] opml = outlines.exportOpml(access.account(ctx));
        if (!ETags.notModified(ctx, Hashes.of(opml))) {
            ctx.contentType("text/x-opml; charset=utf-8").result(opml);
        }
    }
}
