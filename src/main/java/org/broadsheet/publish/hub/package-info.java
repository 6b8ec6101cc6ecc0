/** What our own WebSub hub says and decides (https://www.w3.org/TR/websub/): no clock, no I/O. */
@NullMarked
package org.broadsheet.publish.hub;

import org.jspecify.annotations.NullMarked;
