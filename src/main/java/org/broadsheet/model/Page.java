package org.broadsheet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a stream, and where the next part starts; null when this is the last. */
public record Page<T>(List<T> items, @Nullable Position next) {}
