/** One class per command. {@link org.broadsheet.cli.Serve} is the only place that wires objects, by constructor. */
@NullMarked
package org.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
