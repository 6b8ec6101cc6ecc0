/** What people do: read headlines, mark them, subscribe. The surfaces call this and never the store. */
@NullMarked
package org.broadsheet.reading;

import org.jspecify.annotations.NullMarked;
