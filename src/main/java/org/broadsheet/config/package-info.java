/** The configuration: config/broadsheet.yml and BROADSHEET_* read once, each bad key named. */
@NullMarked
package org.broadsheet.config;

import org.jspecify.annotations.NullMarked;
