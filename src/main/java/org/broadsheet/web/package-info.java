/** Pages: one class per page with a jte template of the same name; an htmx fragment is the same route. */
@NullMarked
package org.broadsheet.web;

import org.jspecify.annotations.NullMarked;
