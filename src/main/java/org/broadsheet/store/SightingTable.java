package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Sighting;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who else carries an entry, among the feeds that an account follows. */
final class SightingTable {
    private record Seen(long group, boolean apart, Sighting sighting) {}

    // Answered from the index alone. With a join, H2 reads all entries of all feeds: it holds a column that is nearly
    // always
    // null for one that tells nothing.
    private static final String REPETITIONS = "select id from entry where duplicate_of = any(:groups)";

    private static final String MEMBERS = """
            select coalesce(d.duplicate_of, d.id) as group_id, d.id, d.feed_id, coalesce(s.title, f.title, f.host) as title,
                   {apart} as is_apart
              from entry d
              join feed f on f.id = d.feed_id
              join subscription s on s.feed_id = d.feed_id and s.account_id = :account
             where d.id = any(:ids) and d.deleted_at is null
             order by d.id""".replace("{apart}", Folding.apart("d"));

    private final Database database;

    SightingTable(Database database) {
        this.database = database;
    }

    /** The headlines with the other entries of their groups. */
    List<Headline> addTo(AccountId account, List<Headline> headlines) {
        if (headlines.isEmpty()) {
            return headlines;
        }
        Map<Long, List<Seen>> groups = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> members(handle, account, others(handle, headlines))
                        .forEach(seen -> groups.computeIfAbsent(seen.group(), id -> new ArrayList<>())
                                .add(seen)));
        return headlines.stream()
                .map(headline -> add(headline, groups.getOrDefault(group(headline.entry()), List.of())))
                .toList();
    }

    private static List<Long> others(Handle handle, List<Headline> headlines) {
        List<Long> others = handle.createQuery(REPETITIONS)
                .bindArray("groups", Long.class, Ids.notEmpty(ids(headlines, SightingTable::group)))
                .mapTo(Long.class)
                .collect(Collectors.toCollection(ArrayList::new));
        others.addAll(ids(headlines, SightingTable::first));
        return others;
    }

    private static List<Seen> members(Handle handle, AccountId account, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery(MEMBERS)
                        .bind("account", account.value())
                        .bindArray("ids", Long.class, Ids.notEmpty(ids))
                        .map((rows, context) -> seen(rows))
                        .list();
    }

    private static Headline add(Headline headline, List<Seen> group) {
        List<Seen> others = group.stream()
                .filter(seen ->
                        !seen.sighting().entryId().equals(headline.entry().id()))
                .toList();
        return headline.withSightings(
                sightings(others, seen -> !headline.apart() && !seen.apart()),
                sightings(others, seen -> headline.apart() || seen.apart()));
    }

    private static List<Sighting> sightings(List<Seen> others, Predicate<Seen> which) {
        return others.stream().filter(which).map(Seen::sighting).toList();
    }

    private static List<Long> ids(List<Headline> headlines, Function<Entry, @Nullable Long> id) {
        return headlines.stream()
                .map(Headline::entry)
                .map(id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Long group(Entry entry) {
        EntryId first = entry.duplicateOf();
        return first == null ? entry.id().value() : first.value();
    }

    private static @Nullable Long first(Entry entry) {
        return entry.duplicateOf() == null ? null : entry.duplicateOf().value();
    }

    private static Seen seen(ResultSet rows) throws SQLException {
        return new Seen(
                rows.getLong("group_id"),
                rows.getBoolean("is_apart"),
                new Sighting(
                        new FeedId(rows.getLong("feed_id")), new EntryId(rows.getLong("id")), rows.getString("title")));
    }
}
