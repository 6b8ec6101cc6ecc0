package org.broadsheet.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as every resource gives it; {@code nextCursor} is null at the end. */
record Items<T>(List<T> items, @Nullable String nextCursor) {}
