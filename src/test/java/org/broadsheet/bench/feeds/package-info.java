/** Long runs over what the server publishes. */
@NullMarked
package org.broadsheet.bench.feeds;

import org.jspecify.annotations.NullMarked;
