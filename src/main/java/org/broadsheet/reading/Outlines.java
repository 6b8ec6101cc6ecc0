package org.broadsheet.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.ingest.opml.OpmlFeed;
import org.broadsheet.ingest.opml.OpmlReader;
import org.broadsheet.ingest.opml.OpmlWriter;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** Subscriptions in from OPML and out to OPML. Thread-safe. */
public final class Outlines {
    private final Writer writer;
    private final SubscriptionTable subscriptions;
    private final FolderTable folders;
    private final UnreadIndex unread;
    private final Download download;
    private final InstantSource clock;

    public Outlines(
            Writer writer,
            SubscriptionTable subscriptions,
            FolderTable folders,
            UnreadIndex unread,
            Download download,
            InstantSource clock) {
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.folders = folders;
        this.unread = unread;
        this.download = download;
        this.clock = clock;
    }

    /** Subscribes to everything that the OPML document at an address lists, as {@link #importOpml} does. */
    public ImportReport importFrom(AccountId account, String typed) {
        Optional<String> url = FeedAddress.of(typed);
        if (url.isEmpty()) {
            return new ImportReport(
                    List.of(),
                    "\"" + typed.strip() + "\" is no address; it must look like https://example.org/feeds.opml.");
        }
        Download.Answer answer = download.at(url.get());
        return answer instanceof Download.Document document
                ? importOpml(account, document.bytes())
                : new ImportReport(List.of(), ((Download.Nothing) answer).sentence());
    }

    /** Subscribes to everything a file lists, in one transaction; no feed is asked for it. */
    public ImportReport importOpml(AccountId account, byte[] opml) {
        return OpmlReader.read(opml)
                .match(
                        read -> subscribe(account, read.document()),
                        none -> new ImportReport(List.of(), none.about("The file")));
    }

    private ImportReport subscribe(AccountId account, OpmlDocument document) {
        Instant now = clock.instant();
        List<Line> lines = writer.write(handle -> document.feeds().stream()
                .map(feed -> line(
                        feed,
                        folder -> subscriptions
                                .subscribe(handle, account, feed.url(), folder.orNull(), feed.title(), now)
                                .isNew()))
                .toList());
        unread.forget(account);
        List<Line> all = new ArrayList<>(lines);
        document.problems().forEach(problem -> all.add(new Line(problem.where(), null, Result.REFUSED, problem.why())));
        return new ImportReport(all, null);
    }

    /** A place for a feed: a folder or the top. */
    private record Place(@Nullable FolderPath folder) {
        @Nullable
        FolderPath orNull() {
            return folder;
        }
    }

    private static Line line(OpmlFeed feed, Predicate<Place> subscribe) {
        List<Place> places = feed.folders().isEmpty()
                ? List.of(new Place(null))
                : feed.folders().stream().map(Place::new).toList();
        long added = places.stream().filter(subscribe).count();
        return new Line(feed.url(), feed.title(), added > 0 ? Result.ADDED : Result.ALREADY_THERE, null);
    }

    /** The account's subscriptions as OPML 2.0. */
    public byte[] exportOpml(AccountId account) {
        Map<FolderId, FolderPath> paths =
                folders.all(account).stream().collect(Collectors.toMap(Folder::id, Folder::path));
        Map<FeedId, List<FolderId>> filings = subscriptions.filings(account);
        List<OpmlFeed> feeds = subscriptions.all(account).stream()
                .map(summary -> outline(
                        summary,
                        filings.getOrDefault(summary.feed().id(), List.of()).stream()
                                .map(paths::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
        return OpmlWriter.write(OpmlDocument.of("Broadsheet subscriptions", feeds));
    }

    private static OpmlFeed outline(FeedSummary summary, List<FolderPath> folders) {
        return new OpmlFeed(
                summary.feed().url(), summary.title(), summary.feed().siteUrl(), folders, Map.of());
    }
}
