/** OPML in and out. */
@NullMarked
package org.broadsheet.ingest.opml;

import org.jspecify.annotations.NullMarked;
