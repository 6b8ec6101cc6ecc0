package org.broadsheet.api.websub;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.publish.hub.RequestForm;
import org.broadsheet.reading.hub.Hub;
import org.broadsheet.reading.hub.Refusal;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;

/**
 * {@code POST /hub}: who may read the streams here may have their news sent (WebSub §5). Closing it closes the hub.
 */
public final class HubResource implements Routes {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Map<Refusal.Why, HttpStatus> STATUS = Map.of(
            Refusal.Why.UNKNOWN_TOPIC, HttpStatus.NOT_FOUND,
            Refusal.Why.NO_SUBSCRIPTION, HttpStatus.NOT_FOUND,
            Refusal.Why.BLOCKED_CALLBACK, HttpStatus.FORBIDDEN,
            Refusal.Why.TOO_MANY_THERE, HttpStatus.TOO_MANY_REQUESTS,
            Refusal.Why.FULL, HttpStatus.SERVICE_UNAVAILABLE);

    private final Access access;
    private final Hub hub;

    public HubResource(Access access, Hub hub) {
        this.access = access;
        this.hub = hub;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/hub", this::take);
    }

    private void take(Context ctx) {
        AccountId account = access.reader(ctx);
        hub.take(account, request(ctx)).ifPresent(refusal -> {
            HttpStatus status = STATUS.getOrDefault(refusal.why(), HttpStatus.BAD_REQUEST);
            throw new HttpResponseException(status.getCode(), refusal.sentence());
        });
        ctx.status(HttpStatus.ACCEPTED);
    }

    private static HubRequest request(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw new UnsupportedMediaTypeResponse("Send the request as a form (" + FORM + ").");
        }
        RequestForm.Read read = RequestForm.read(ctx::formParam);
        if (read instanceof RequestForm.Sound sound) {
            return sound.request();
        }
        throw new BadRequestResponse(((RequestForm.Unsound) read).sentence());
    }

    @Override
    public void close() {
        hub.close();
    }
}
