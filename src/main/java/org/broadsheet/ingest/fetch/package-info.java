/** A feed address in, a FetchResult out. The only door to HttpClient: guard, limits, politeness. */
@NullMarked
package org.broadsheet.ingest.fetch;

import org.jspecify.annotations.NullMarked;
