package org.broadsheet.api.rest;

import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Scope;
import org.broadsheet.reading.Labelling;
import org.broadsheet.reading.Subscribing;
import org.jspecify.annotations.Nullable;

/** The members {@code feed} and {@code folder} of requests, as a scope. */
final class Scopes {
    private final Subscribing subscribing;
    private final Labelling labelling;

    Scopes(Subscribing subscribing, Labelling labelling) {
        this.subscribing = subscribing;
        this.labelling = labelling;
    }

    /** At most one of both may be given; none means everything. One that the account does not have is a 400. */
    Scope of(AccountId account, @Nullable String feed, @Nullable String folder) {
        if (feed != null && folder != null) {
            throw Json.bad("feed", "and folder cannot be given together.");
        }
        if (feed != null) {
            return new Scope.OfFeed(feed(account, feed));
        }
        return folder == null ? Scope.EVERYTHING : new Scope.InFolder(folder(account, folder));
    }

    /** At most one of the three may be given; none means everything. */
    Scope of(AccountId account, @Nullable String feed, @Nullable String folder, @Nullable String label) {
        if (label == null) {
            return of(account, feed, folder);
        }
        if (feed != null || folder != null) {
            throw Json.bad("label", "cannot be given together with feed or folder.");
        }
        return labelling
                .byName(account, label)
                .map(found -> new Scope.Labelled(found.id()))
                .orElseThrow(() -> Json.bad("label", "must be the name of a label that an entry has."));
    }

    private FeedId feed(AccountId account, String text) {
        FeedId id = Parameters.feed("feed", text);
        if (subscribing.feed(account, id).isEmpty()) {
            throw Json.bad("feed", "must be the id of a feed that you follow.");
        }
        return id;
    }

    private FolderId folder(AccountId account, String text) {
        return subscribing
                .folderByPath(account, Parameters.folder(text))
                .orElseThrow(() -> Json.bad("folder", "must be the path of a folder that you have."))
                .id();
    }
}
