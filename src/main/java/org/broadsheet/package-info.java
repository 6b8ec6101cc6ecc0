/** The program's entry point. */
@NullMarked
package org.broadsheet;

import org.jspecify.annotations.NullMarked;
