package org.broadsheet.poll;

import java.net.URI;
import java.time.Duration;
import org.broadsheet.ingest.fetch.FetchResult;
import org.broadsheet.model.Validators;
import org.jspecify.annotations.Nullable;

/**
 * What a good answer says beside its document.
 *
 * @param freshFor how long its cache headers ask us to make do with it, zero when they do not
 * @param permanentTarget where permanent redirects led, null when there were none or others
 */
record Answer(
        Validators validators,
        @Nullable String bodyHash,
        Duration freshFor,
        @Nullable URI permanentTarget) {
    static Answer of(FetchResult.Fetched fetched, String bodyHash) {
        Duration fresh = fetched.hints().freshFor().orElse(Duration.ZERO);
        return new Answer(fetched.validators(), bodyHash, fresh, fetched.permanentTarget());
    }

    static Answer of(FetchResult.NotModified unchanged, @Nullable String bodyHash) {
        Duration fresh = unchanged.hints().freshFor().orElse(Duration.ZERO);
        return new Answer(unchanged.validators(), bodyHash, fresh, unchanged.permanentTarget());
    }
}
