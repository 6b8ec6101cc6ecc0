/** The combined feeds that other programs follow: every stream page as Atom, RSS and JSON Feed, and the OPML of the subscriptions. */
@NullMarked
package org.broadsheet.api.feeds;

import org.jspecify.annotations.NullMarked;
