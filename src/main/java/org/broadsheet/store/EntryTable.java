package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.NewEntry;
import org.jdbi.v3.core.Handle;

/** Entries as refreshes write them. What people read of them is {@link StreamTable}'s matter. */
public final class EntryTable {
    /** Earlier texts of an entry beyond this number are forgotten, oldest first. No fewer than Dedupe lets there be: archives need them. */
    private static final int MOST_REVISIONS = 24;

    private static final Pattern HOME_PAGE = Pattern.compile("(?i)https?://[^/?#]*/?");

    private static final String KNOWN = """
            select id, identity_key, identity_rule, guid, url, title, published, raw_hash, content_hash, revisions, deleted_at
              from entry
             where feed_id = :feed
            """;

    private static final String BY_KEY = KNOWN + "and identity_key = any(:keys)";
    private static final String NEWEST = KNOWN + "order by sorted_at desc, id desc fetch first :most rows only";

    private static final String INSERT = """
            insert into entry (id, feed_id, identity_key, identity_rule, guid, url, canonical_url, title, author, summary,
                               image_url, tags, enclosures, comments_url, published, sorted_at, first_seen, last_seen,
                               language, words, raw_hash, content_hash, arrived, change, revisions, duplicate_of)
            values (:change, :feed, :key, :rule, :guid, :url, :canonical, :title, :author, :summary,
                    :image, :tags, :enclosures, :comments, :published, :sorted, :now, :now,
                    :language, :words, :raw_hash, :content_hash, :change, :change, 0, :duplicate_of)""";

    // first_seen, arrived, sorted_at and published stay: an edit moves nothing in the stream.
    private static final String UPDATE = """
            update entry
               set url = :url, canonical_url = :canonical, title = :title, author = :author, summary = :summary,
                   image_url = :image, tags = :tags, enclosures = :enclosures, comments_url = :comments,
                   language = :language, words = :words, raw_hash = :raw_hash, content_hash = :content_hash,
                   last_seen = :now, updated = :now, change = :change, revisions = revisions + 1
             where id = :id""";

    // Nothing that readers would see as another text: an entry that changes for ever is left as it is.
    private static final String TOUCH = """
            update entry
               set url = :url, canonical_url = :canonical, author = :author, image_url = :image, tags = :tags,
                   enclosures = :enclosures, comments_url = :comments, language = :language, raw_hash = :raw_hash
             where id = :id""";

    private static final String KEEP_REVISION = """
            insert into entry_revision (entry_id, number, seen_at, title, html)
            select e.id, e.revisions, coalesce(e.updated, e.first_seen), e.title, b.html
              from entry e join entry_body b on b.entry_id = e.id
             where e.id = :id""";

    // An address that stands on several entries of a feed, such as its home page, tells nothing of any of them.
    // "coalesce" keeps H2 from reading all entries without a duplicate_of: what it plans on an empty store, it keeps.
    private static final String PRIMARY = """
            select p.canonical_url, min(p.id) as id
              from entry p
             where p.canonical_url = any(:urls) and coalesce(p.duplicate_of, 0) = 0 and p.deleted_at is null and p.feed_id <> :feed
               and not exists (select 1 from entry o
                                where o.canonical_url = p.canonical_url and o.feed_id = p.feed_id and o.id <> p.id)
               and not exists (select 1 from entry o where o.canonical_url = p.canonical_url and o.feed_id = :feed)
             group by p.canonical_url""";

    private final Database database;

    public EntryTable(Database database) {
        this.database = database;
    }

    /** Those of a feed's entries that have one of the identity keys, by key; deleted ones too, so that none comes back. */
    public Map<String, KnownEntry> known(FeedId feed, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database
                .jdbi()
                .withHandle(handle -> Ids.inParts(keys).stream()
                        .flatMap(some -> known(handle, feed, some).stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(KnownEntry::identityKey, entry -> entry));
    }

    private static List<KnownEntry> known(Handle handle, FeedId feed, List<String> keys) {
        return Lookup.of(handle, BY_KEY)
                .bind("feed", feed.value())
                .bindTexts("keys", keys)
                .list(EntryTable::known);
    }

    /** A feed's newest entries; deleted ones too. */
    public List<KnownEntry> newest(FeedId feed, int most) {
        return database.jdbi()
                .withHandle(handle -> Lookup.of(handle, NEWEST)
                        .bind("feed", feed.value())
                        .bind("most", most)
                        .list(EntryTable::known));
    }

    private static KnownEntry known(ResultSet rows) throws SQLException {
        return new KnownEntry(
                new EntryId(rows.getLong("id")),
                rows.getString("identity_key"),
                IdentityRule.valueOf(rows.getString("identity_rule")),
                rows.getString("guid"),
                rows.getString("url"),
                rows.getString("title"),
                Rows.instant(rows, "published"),
                rows.getString("raw_hash"),
                rows.getString("content_hash"),
                rows.getInt("revisions"),
                rows.getTimestamp("deleted_at") != null);
    }

    /**
     * Inserts entries in the given order, oldest first, with their bodies, and returns their ids in that order. An id is the
     * change number that inserts the entry.
     */
    public List<EntryId> insert(Handle handle, FeedId feed, List<NewEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return List.of();
        }
        // Taken first: whoever has the counter sees what all other nodes have committed, and folds into it.
        long first = ChangeCounter.take(handle, entries.size());
        List<Long> ids = LongStream.range(first, first + entries.size()).boxed().toList();
        Map<String, Long> primaries = primaries(handle, feed, entries);
        Batch rows = Batch.of(handle, INSERT);
        for (int i = 0; i < entries.size(); i++) {
            NewEntry entry = entries.get(i);
            bind(rows, entry)
                    .bind("feed", feed.value())
                    .bind("key", entry.identity().key())
                    .bind("rule", entry.identity().rule())
                    .bind("guid", entry.identity().guid())
                    .bind("published", entry.published())
                    .bind("sorted", entry.sortedAt())
                    .bind("change", ids.get(i))
                    .bind("duplicate_of", entry.canonicalUrl() == null ? null : primaries.get(entry.canonicalUrl()))
                    .bind("now", now)
                    .add();
        }
        rows.execute();
        Batch bodies = Batch.of(handle, "insert into entry_body (entry_id, html) values (:id, :html)");
        for (int i = 0; i < entries.size(); i++) {
            bodies.bind("id", ids.get(i))
                    .bind("html", entries.get(i).body().bytes())
                    .add();
        }
        bodies.execute();
        if (!primaries.isEmpty()) {
            EntryStateTable.repeatRead(handle, ids, now);
        }
        return ids.stream().map(EntryId::new).toList();
    }

    /** The entries of other feeds that have the same canonical address: what comes later repeats them. */
    private static Map<String, Long> primaries(Handle handle, FeedId feed, List<NewEntry> entries) {
        Map<String, Long> standOn = entries.stream()
                .map(NewEntry::canonicalUrl)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(url -> url, Collectors.counting()));
        List<String> urls = standOn.keySet().stream()
                .filter(url -> standOn.getOrDefault(url, 0L) == 1
                        && !HOME_PAGE.matcher(url).matches())
                .toList();
        Map<String, Long> primaries = new HashMap<>();
        if (urls.isEmpty()) {
            return primaries;
        }
        Lookup.of(handle, PRIMARY)
                .bindTexts("urls", urls)
                .bind("feed", feed.value())
                .list(rows -> Map.entry(rows.getString("canonical_url"), rows.getLong("id")))
                .forEach(primary -> primaries.put(primary.getKey(), primary.getValue()));
        return primaries;
    }

    /** Replaces what a stored entry says and keeps what it said before as a revision. */
    public void update(Handle handle, EntryId id, NewEntry entry, Instant now) {
        handle.createUpdate(KEEP_REVISION).bind("id", id.value()).execute();
        handle.createUpdate("delete from entry_revision where entry_id = :id and number <= "
                        + "(select revisions from entry where id = :id) - :most")
                .bind("id", id.value())
                .bind("most", MOST_REVISIONS)
                .execute();
        bind(Batch.of(handle, UPDATE), entry)
                .bind("id", id.value())
                .bind("change", ChangeCounter.take(handle, 1))
                .bind("now", now)
                .add()
                .execute();
        Batch.of(handle, "update entry_body set html = :html where entry_id = :id")
                .bind("id", id.value())
                .bind("html", entry.body().bytes())
                .add()
                .execute();
    }

    /** Takes over what entries say that were sent in other bytes but look the same: no revision, no change number. */
    public void touch(Handle handle, EntryId id, NewEntry entry) {
        bindAround(Batch.of(handle, TOUCH), entry).bind("id", id.value()).add().execute();
    }

    /** Notes by what entries are known from now on. */
    public void rename(Handle handle, Map<EntryId, EntryIdentity> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        Batch rows = Batch.of(
                handle, "update entry set identity_key = :key, identity_rule = :rule, guid = :guid where id = :id");
        renamed.forEach((id, identity) -> rows.bind("id", id.value())
                .bind("key", identity.key())
                .bind("rule", identity.rule())
                .bind("guid", identity.guid())
                .add());
        rows.execute();
    }

    private static Batch bind(Batch statement, NewEntry entry) {
        return bindAround(statement, entry)
                .bind("title", entry.title())
                .bind("summary", entry.summary())
                .bind("words", entry.words())
                .bind("content_hash", entry.contentHash());
    }

    /** What stands around the text. */
    private static Batch bindAround(Batch statement, NewEntry entry) {
        return statement
                .bind("url", entry.url())
                .bind("canonical", entry.canonicalUrl())
                .bind("author", entry.author())
                .bind("image", entry.imageUrl())
                .bind("tags", Json.tags(entry.tags()))
                .bind("enclosures", Json.enclosures(entry.enclosures()))
                .bind("comments", entry.commentsUrl())
                .bind("language", entry.language())
                .bind("raw_hash", entry.rawHash());
    }
}
