package org.broadsheet.model;

/** Another feed that carries the same entry. */
public record Sighting(FeedId feedId, EntryId entryId, String feedTitle) {}
