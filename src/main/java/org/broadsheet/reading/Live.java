package org.broadsheet.reading;

import java.util.function.LongConsumer;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Listening;
import org.broadsheet.model.Scope;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.Writer;

/** The change number as it moves. Thread-safe. */
public final class Live {
    private final Writer writer;
    private final StreamTable streams;
    private final FolderTable folders;

    public Live(Writer writer, StreamTable streams, FolderTable folders) {
        this.writer = writer;
        this.streams = streams;
        this.folders = folders;
    }

    /** Calls after each commit with the newest change number, on the writer's thread: be quick. Closing ends it. */
    public Listening listen(LongConsumer onChange) {
        return writer.listen(onChange);
    }

    /** How many entries of a scope arrived after a change. */
    public long arrivedSince(AccountId account, Scope scope, long change) {
        return arrived(account, scope, change, Long.MAX_VALUE);
    }

    /** How many entries of a scope arrived after a change, up to another one and with it. */
    public long arrived(AccountId account, Scope scope, long after, long upTo) {
        return streams.arrived(account, scope, Folders.within(folders, account, scope), after, upTo);
    }
}
