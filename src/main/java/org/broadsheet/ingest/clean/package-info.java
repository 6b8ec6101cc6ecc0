/** Raw HTML in, SafeHtml out: the only maker of SafeHtml. */
@NullMarked
package org.broadsheet.ingest.clean;

import org.jspecify.annotations.NullMarked;
