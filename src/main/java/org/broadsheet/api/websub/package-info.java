/** Where WebSub hubs announce the news of the feeds that are followed here. */
@NullMarked
package org.broadsheet.api.websub;

import org.jspecify.annotations.NullMarked;
