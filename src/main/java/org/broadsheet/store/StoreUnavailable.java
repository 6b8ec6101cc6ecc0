package org.broadsheet.store;

/** The store cannot be opened or written. The message is one sentence for the operator: what is wrong and what to do. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether an error means that the store has closed or is away, or that its disk is full; the {@link Writer} tells the operator, once. */
    public static boolean isBehind(RuntimeException error) {
        return error instanceof StoreUnavailable || Troubles.isFatal(error) || Troubles.isLost(error);
    }
}
