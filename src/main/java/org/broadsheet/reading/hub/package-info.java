/** Our own WebSub hub at work: who subscribes to streams that are published here, and how their news reach him. */
@NullMarked
package org.broadsheet.reading.hub;

import org.jspecify.annotations.NullMarked;
