/** Javalin set-up: limits, security headers, errors, ETag and 304, health, metrics, live events. */
@NullMarked
package org.broadsheet.server;

import org.jspecify.annotations.NullMarked;
