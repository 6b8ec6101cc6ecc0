/** Bytes in, a ParsedFeed out. With publish and opml the only door to Rome. */
@NullMarked
package org.broadsheet.ingest.parse;

import org.jspecify.annotations.NullMarked;
