/** What validators of feeds know to complain of, as a list of rules. */
@NullMarked
package org.broadsheet.publish.rules;

import org.jspecify.annotations.NullMarked;
