/** A web page in, the addresses of its feeds out. */
@NullMarked
package org.broadsheet.ingest.discover;

import org.jspecify.annotations.NullMarked;
