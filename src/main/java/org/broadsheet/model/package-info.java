/** Records without a framework: what the other packages hand to each other. */
@NullMarked
package org.broadsheet.model;

import org.jspecify.annotations.NullMarked;
