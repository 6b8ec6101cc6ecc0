package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.PrivateAddress;
import org.broadsheet.reading.PrivateAddresses;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/private-addresses}: addresses under which a program reads one stream without the account's password. */
final class PrivateAddressesResource implements Routes {
    private static final String PATH = "/api/v1/private-addresses";
    private static final Pattern STREAM = Pattern.compile("all|unread|starred|(?:feeds|folders|labels)/\\d{1,18}");

    private final Access access;
    private final PrivateAddresses addresses;

    PrivateAddressesResource(Access access, PrivateAddresses addresses) {
        this.access = access;
        this.addresses = addresses;
    }

    /** One in JSON; what opens it is not known any more. */
    record PrivateAddressView(String id, String stream, String note, String createdAt) {
        static PrivateAddressView of(PrivateAddress address) {
            return new PrivateAddressView(
                    Long.toString(address.id()),
                    address.stream(),
                    address.note(),
                    address.createdAt().toString());
        }
    }

    /** What a client sends to make one. */
    record Wanted(@Nullable String stream, @Nullable String note) {}

    /** A new one; the path is told this once, and goes on with {@code /feed.atom}, {@code .rss} or {@code .json}. */
    record Made(String path) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                PATH,
                ctx -> Json.answer(
                        ctx,
                        new Items<>(
                                addresses.all(access.account(ctx)).stream()
                                        .map(PrivateAddressView::of)
                                        .toList(),
                                null)));
        routes.post(PATH, ctx -> make(ctx, access.account(ctx)));
        routes.delete(PATH + "/{id}", ctx -> revoke(ctx, access.account(ctx)));
    }

    private void make(Context ctx, AccountId account) throws IOException {
        Wanted wanted = Json.read(ctx, Wanted.class);
        if (wanted.stream() == null || !STREAM.matcher(wanted.stream()).matches()) {
            throw Json.bad("stream", "must be all, unread, starred, or feeds/, folders/ or labels/ with an id.");
        }
        String token = addresses
                .make(account, wanted.stream(), Objects.requireNonNullElse(wanted.note(), ""))
                .orElseThrow(() -> new ConflictResponse("There are too many private addresses: revoke some first."));
        ctx.status(201).header("Cache-Control", "no-store");
        Json.answer(ctx, new Made("/private/" + token));
    }

    private void revoke(Context ctx, AccountId account) {
        String id = ctx.pathParam("id");
        if (!id.matches("\\d{1,18}") || !addresses.revoke(account, Long.parseLong(id))) {
            throw new NotFoundResponse("There is no private address with this id.");
        }
        ctx.status(204);
    }
}
