/** Refresh takes one feed the whole way, Schedule says when next, Poller claims what is due and runs it. */
@NullMarked
package org.broadsheet.poll;

import org.jspecify.annotations.NullMarked;
