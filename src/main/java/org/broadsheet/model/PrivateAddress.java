package org.broadsheet.model;

import java.time.Instant;

/**
 * An address under which a stream can be read without an account, until it is revoked.
 *
 * @param stream the name of the stream, such as {@code starred} or {@code folders/3}
 * @param note what its owner calls it, maybe empty
 */
public record PrivateAddress(long id, AccountId account, String stream, String note, Instant createdAt) {}
