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
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Sighting;
import org.jspecify.annotations.Nullable;

/** Who else carries an entry, among the feeds that an account follows. */
final class SightingTable {
    private record Seen(long group, boolean apart, Sighting sighting) {}

    private static final String MEMBERS = """
            select coalesce(d.duplicate_of, d.id) as group_id, d.id, d.feed_id, coalesce(s.title, f.title, f.host) as title,
                   {apart} as is_apart
              from (select m.id, m.duplicate_of, m.feed_id from entry m
                     where m.duplicate_of = any(:groups) and m.deleted_at is null
                     union all
                    select m.id, m.duplicate_of, m.feed_id from entry m
                     where m.id = any(:firsts) and m.deleted_at is null) d
              join feed f on f.id = d.feed_id
              join subscription s on s.feed_id = d.feed_id and s.account_id = :account
             order by d.id""".replace("{apart}", Folding.apart("d"));

    private final Database database;

    SightingTable(Database database) {
        this.database = database;
    }

    /** The headlines with the other entries of their groups. */
    List<Headline> addTo(AccountId account, List<Headline> headlines) {
        Map<Long, List<Seen>> groups = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(MEMBERS)
                        .bind("account", account.value())
                        .bindArray("groups", Long.class, Ids.notEmpty(ids(headlines, SightingTable::group)))
                        .bindArray("firsts", Long.class, Ids.notEmpty(ids(headlines, SightingTable::first)))
                        .map((rows, context) -> seen(rows))
                        .forEach(seen -> groups.computeIfAbsent(seen.group(), id -> new ArrayList<>())
                                .add(seen)));
        return headlines.stream()
                .map(headline -> add(headline, groups.getOrDefault(group(headline.entry()), List.of())))
                .toList();
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
