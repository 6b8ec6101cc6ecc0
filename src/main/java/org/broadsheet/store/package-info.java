/** The database, the only door to JDBC: one class per table family, SQL as text blocks, migrations, one writer. */
@NullMarked
package org.broadsheet.store;

import org.jspecify.annotations.NullMarked;
