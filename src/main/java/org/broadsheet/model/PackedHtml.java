package org.broadsheet.model;

/**
 * Safe HTML as it is kept, a third of its size; {@code store.Bodies} packs it.
 *
 * @param bytes not copied, so nobody may write into them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record PackedHtml(byte[] bytes) {}
