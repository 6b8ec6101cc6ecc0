package org.broadsheet.model;

/** Being told of what happens, until it is closed. */
public interface Listening extends AutoCloseable {
    /** Ends it; nothing is told afterwards but what is under way. Does no harm the second time. */
    @Override
    void close();
}
