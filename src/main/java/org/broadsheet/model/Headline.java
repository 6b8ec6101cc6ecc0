package org.broadsheet.model;

import java.util.List;

/** An entry in a stream, as one account sees it. */
public record Headline(Entry entry, Source source, boolean read, boolean starred, List<Sighting> alsoIn) {}
