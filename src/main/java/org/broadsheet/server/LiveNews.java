package org.broadsheet.server;

import java.util.function.LongConsumer;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Listening;
import org.broadsheet.model.Scope;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Live;

/** News of the store. */
public final class LiveNews implements News {
    private final Live live;
    private final Headlines headlines;

    public LiveNews(Live live, Headlines headlines) {
        this.live = live;
        this.headlines = headlines;
    }

    @Override
    public Listening listen(LongConsumer onChange) {
        return live.listen(onChange);
    }

    @Override
    public long newest() {
        return headlines.change();
    }

    @Override
    public long arrived(AccountId account, Scope scope, long after, long upTo) {
        return live.arrived(account, scope, after, upTo);
    }
}
