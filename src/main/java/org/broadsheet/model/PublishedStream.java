package org.broadsheet.model;

/**
 * A stream as those follow it who have no account here: the same for everybody, whatever was read or starred.
 *
 * @param account whose subscriptions it draws from
 * @param name of the stream in ids, unique within the account and the same for ever, such as {@code folders/3}
 */
public record PublishedStream(AccountId account, String name, Scope scope) {}
