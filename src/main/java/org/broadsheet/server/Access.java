package org.broadsheet.server;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;

/** Who asks, and whether he may: the one place where a request becomes an account. Denies what it does not know. */
public final class Access {
    /** The only paths that anybody may ask for in every mode. */
    static final Set<String> OPEN = Set.of("/healthz", "/readyz");

    /** Hubs have no account; what stands behind this is what only they know. */
    private static final String HUB_CALLBACKS = "/websub/";

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Config.AccessMode mode;
    private final Peers peers;
    private final Supplier<AccountId> local;

    public Access(Config.AccessMode mode, List<String> trustedProxies, Supplier<AccountId> local) {
        this.mode = mode;
        this.peers = new Peers(trustedProxies);
        this.local = local;
    }

    /** Runs before every request. Throws 401 or 403 with a sentence. */
    void check(Context ctx) {
        if (!OPEN.contains(ctx.path()) && !ctx.path().startsWith(HUB_CALLBACKS)) {
            account(ctx);
        }
    }

    /** The account whose data the request may see. Throws 401 or 403 with a sentence when there is none. */
    public AccountId account(Context ctx) {
        boolean allowed = switch (mode) {
            case LOCAL -> fromThisMachine(ctx);
            case PUBLIC -> READING.contains(ctx.method());
            case ACCOUNTS -> false;
        };
        if (!allowed) {
            throw new UnauthorizedResponse("This needs an account, and logging in is not possible yet.");
        }
        return local.get();
    }

    private boolean fromThisMachine(Context ctx) {
        if (!peers.isLocal(ctx)) {
            throw new ForbiddenResponse("This server answers its own machine only (access.mode is local).");
        }
        return true;
    }
}
