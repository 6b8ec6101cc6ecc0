/** Refresh takes one feed the whole way, Poller claims what is due and runs it; poll.schedule says when next. */
@NullMarked
package org.broadsheet.poll;

import org.jspecify.annotations.NullMarked;
