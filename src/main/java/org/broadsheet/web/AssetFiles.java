package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** Serves the files that the pages load. */
final class AssetFiles {
    private final Assets assets;

    AssetFiles(Assets assets) {
        this.assets = assets;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/assets/{hash}/{name}", this::serve);
        String worker = assets.worker();
        routes.get(
                "/sw.js",
                ctx -> ctx.contentType("text/javascript; charset=utf-8").result(worker));
        String manifest = assets.manifest();
        routes.get(
                "/manifest.webmanifest",
                ctx -> ctx.contentType("application/manifest+json").result(manifest));
    }

    private void serve(Context ctx) {
        Assets.Asset asset = assets.at(ctx.path())
                .orElseThrow(() -> new NotFoundResponse(Readers.spoken(ctx).get("refusal.no-such-address")));
        // The address changes with the content, so what it names never does.
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(asset.type()).result(asset.bytes());
    }
}
