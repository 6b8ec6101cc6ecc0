package org.broadsheet.reading;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import org.broadsheet.store.RoundTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/** Polls that somebody asks for; the poller finds them in the store. Thread-safe. */
public final class Rounds {
    private final Writer writer;
    private final RoundTable rounds;
    private final InstantSource clock;

    public Rounds(Writer writer, RoundTable rounds, InstantSource clock) {
        this.writer = writer;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * Asks for a poll of feeds now, whatever their next poll time, under their hosts' rules.
     *
     * @param feeds null for all the account's feeds; those that it does not follow are left out
     */
    public PollRound request(AccountId account, @Nullable List<FeedId> feeds) {
        return writer.write(handle -> rounds.request(handle, account, feeds, clock.instant()));
    }

    /** How far a round has come; empty when there is no such round. */
    public Optional<PollRound> find(long id) {
        return rounds.find(id);
    }
}
