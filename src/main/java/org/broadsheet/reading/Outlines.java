package org.broadsheet.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.ingest.opml.OpmlReader;
import org.broadsheet.ingest.opml.OpmlWriter;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.Holdings;
import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.NoList;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;
import org.broadsheet.store.ListTakeover;
import org.broadsheet.store.OutlineTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.Echo;
import org.broadsheet.text.FeedAddress;

/** Subscriptions in from OPML and out to OPML. Thread-safe. */
public final class Outlines {
    /** Feeds of a list in one transaction, so that nobody waits long for the writer. */
    private static final int AT_ONCE = 100;

    private final Writer writer;
    private final OutlineTable outlines;
    private final ListTakeover taking;
    private final UnreadIndex unread;
    private final Download download;
    private final InstantSource clock;

    public Outlines(
            Writer writer,
            OutlineTable outlines,
            ListTakeover taking,
            UnreadIndex unread,
            Download download,
            InstantSource clock) {
        this.writer = writer;
        this.outlines = outlines;
        this.taking = taking;
        this.unread = unread;
        this.download = download;
        this.clock = clock;
    }

    /** Is told how many of a list's feeds are done, from the thread that does them. */
    public interface Onlooker {
        void sees(int done, int total);
    }

    /** Subscribes to everything that the OPML document at an address lists, as {@link #importOpml} does. */
    public ImportReport importFrom(AccountId account, String typed, Onlooker onlooker) {
        Optional<String> url = FeedAddress.of(typed);
        if (url.isEmpty()) {
            return ImportReport.nothing(new ListNote(ListNote.Kind.TYPED, Echo.of(typed)));
        }
        Download.Answer answer = download.at(url.get());
        return answer instanceof Download.Document document
                ? importOpml(account, document.bytes(), onlooker)
                : ImportReport.nothing(((Download.Nothing) answer).why());
    }

    /**
     * Subscribes to everything a file lists; no feed is asked for it. What is followed already keeps its title. A hundred
     * feeds are one transaction; the same file again takes up what an interrupted one left.
     */
    public ImportReport importOpml(AccountId account, byte[] opml, Onlooker onlooker) {
        return read(opml, document -> subscribe(account, document, onlooker), ImportReport::nothing);
    }

    public ImportReport importOpml(AccountId account, byte[] opml) {
        return importOpml(account, opml, (done, total) -> {});
    }

    private static <T> T read(byte[] opml, Function<OpmlDocument, T> list, Function<NoList, T> unusable) {
        return OpmlReader.read(opml).match(read -> list.apply(read.document()), none -> unusable.apply(none.why()));
    }

    private ImportReport subscribe(AccountId account, OpmlDocument document, Onlooker onlooker) {
        Instant now = clock.instant();
        Map<ListedFeed, HeldSubscription> held =
                Matches.of(outlines.holdings(account).feeds(), document.feeds());
        List<Line> lines = new ArrayList<>();
        int total = document.feeds().size();
        for (int from = 0; from < total; from += AT_ONCE) {
            onlooker.sees(from, total);
            List<ListedFeed> some = document.feeds().subList(from, Math.min(total, from + AT_ONCE));
            lines.addAll(writer.write(handle -> some.stream()
                    .map(feed -> line(feed, taking.add(handle, account, feed, held.get(feed), now)))
                    .toList()));
        }
        keepRest(account, document);
        unread.forget(account);
        lines.addAll(ImportReport.remarks(document));
        return new ImportReport(lines, null);
    }

    private void keepRest(AccountId account, OpmlDocument document) {
        List<Map.Entry<FolderPath, ForeignAttributes>> folders =
                List.copyOf(document.folders().entrySet());
        for (int from = 0; from < folders.size(); from += AT_ONCE) {
            List<Map.Entry<FolderPath, ForeignAttributes>> some =
                    folders.subList(from, Math.min(folders.size(), from + AT_ONCE));
            writer.write(handle -> {
                some.forEach(folder -> taking.keepFolder(handle, account, folder.getKey(), folder.getValue()));
                return true;
            });
        }
        writer.write(handle -> {
            taking.keepOthers(handle, account, document.others());
            return true;
        });
    }

    private static Line line(ListedFeed feed, boolean isNew) {
        return new Line(
                new ListPlace.Address(FeedAddress.withoutCredentials(feed.url())),
                feed.title(),
                isNew ? Result.ADDED : Result.ALREADY_THERE,
                null);
    }

    /** What would change if the subscriptions were to be as a file says. Changes nothing. */
    public ListPlan plan(AccountId account, byte[] opml) {
        return read(opml, list -> ListPlan.between(outlines.holdings(account), list), ListPlan::unusable);
    }

    /** The account's subscriptions as OPML 2.0, with all that the lists they came from said of them. */
    public byte[] exportOpml(AccountId account) {
        Holdings held = outlines.holdings(account);
        List<ListedFeed> feeds = held.feeds().stream().map(Outlines::outline).toList();
        return OpmlWriter.write(
                new OpmlDocument("Broadsheet subscriptions", feeds, held.folders(), held.others(), List.of()));
    }

    private static ListedFeed outline(HeldSubscription held) {
        ForeignAttributes foreign = held.kept().foreign();
        boolean sameText = held.title().equals(held.kept().text());
        return new ListedFeed(
                held.url(),
                held.title(),
                held.siteUrl() == null ? held.kept().siteUrl() : held.siteUrl(),
                held.folders(),
                held.askEvery(),
                sameText ? foreign : foreign.without("title"));
    }
}
