/** Pure functions on strings. */
@NullMarked
package org.broadsheet.text;

import org.jspecify.annotations.NullMarked;
