/** Entries in; Atom 1.0, RSS 2.0 and JSON Feed 1.1 out. */
@NullMarked
package org.broadsheet.publish;

import org.jspecify.annotations.NullMarked;
