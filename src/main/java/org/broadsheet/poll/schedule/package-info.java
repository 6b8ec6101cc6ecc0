/** When a feed is asked next, and why: its rhythm, its publisher's wishes, its failures. No clock, no I/O. */
@NullMarked
package org.broadsheet.poll.schedule;

import org.jspecify.annotations.NullMarked;
