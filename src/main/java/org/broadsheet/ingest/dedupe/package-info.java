/** Known entries and parsed entries in, a Decision out. No clock, no I/O. */
@NullMarked
package org.broadsheet.ingest.dedupe;

import org.jspecify.annotations.NullMarked;
