package org.broadsheet.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;

/** Who asks, and whether he may: the one place where a request becomes an account. Denies what it does not know. */
public final class Access {
    /** The only paths that anybody may ask for in every mode. */
    static final Set<String> OPEN = Set.of("/healthz", "/readyz");

    static final String HUB_CALLBACKS = "/websub/";

    /**
     * Where hubs call, who have no account: behind it stands what only they know. Whole and in plain characters, because the
     * router resolves dots and encoded slashes, which would lead out of any prefix.
     */
    private static final Pattern HUB_CALLBACK = Pattern.compile("/websub/[0-9a-f]+");

    private static final String PRIVATE_ADDRESSES = "/private/";

    /** Streams under addresses that only those know who were told: as good as an account for this stream. */
    private static final Pattern PRIVATE_ADDRESS =
            Pattern.compile("/private/[\\w-]{43}/(feed(\\.[a-z]{1,5})?|archive/\\d{4}-\\d\\d-\\d{1,18}\\.[a-z]{1,5})");

    /** Where programs ask for the news of streams that they may read. */
    private static final String HUB = "/hub";

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Config.AccessMode mode;
    private final Peers peers;
    private final Supplier<AccountId> local;

    public Access(Config.AccessMode mode, List<String> trustedProxies, Supplier<AccountId> local) {
        this.mode = mode;
        this.peers = new Peers(trustedProxies);
        this.local = local;
    }

    /** Whether anybody may read here, so that what is read may be kept by caches that many share. */
    public boolean isPublic() {
        return mode == Config.AccessMode.PUBLIC;
    }

    /** Runs before every request. Throws 401, 403 or 404 with a sentence. */
    void check(Context ctx) {
        boolean known = HUB_CALLBACK.matcher(ctx.path()).matches()
                || (PRIVATE_ADDRESS.matcher(ctx.path()).matches() && READING.contains(ctx.method()));
        boolean prefixed = ctx.path().startsWith(HUB_CALLBACKS) || ctx.path().startsWith(PRIVATE_ADDRESSES);
        if (!known && prefixed) {
            // A proxy that lets this prefix through without a login must not let anything else through with it.
            throw new Refused(404, Refusal.NO_SUCH_ADDRESS);
        }
        if (ctx.path().equals(HUB)) {
            reader(ctx);
        } else if (!known && !OPEN.contains(ctx.path())) {
            account(ctx);
        }
    }

    /**
     * The account whose streams the request may have sent to somebody: whoever may read them. Throws 401 or 403 with a
     * sentence when there is none.
     */
    public AccountId reader(Context ctx) {
        return isPublic() ? local.get() : account(ctx);
    }

    /** The account whose data the request may see. Throws 401 or 403 with a sentence when there is none. */
    public AccountId account(Context ctx) {
        boolean allowed = switch (mode) {
            case LOCAL -> fromThisMachine(ctx);
            case PUBLIC -> READING.contains(ctx.method());
            case ACCOUNTS -> false;
        };
        if (!allowed) {
            throw new Refused(401, Refusal.NO_ACCOUNT);
        }
        return local.get();
    }

    private boolean fromThisMachine(Context ctx) {
        if (!peers.isLocal(ctx)) {
            throw new Refused(403, Refusal.OTHER_MACHINE);
        }
        return true;
    }
}
