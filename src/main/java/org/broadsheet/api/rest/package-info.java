/** The REST protocol under {@code /api/v1}. */
@NullMarked
package org.broadsheet.api.rest;

import org.jspecify.annotations.NullMarked;
