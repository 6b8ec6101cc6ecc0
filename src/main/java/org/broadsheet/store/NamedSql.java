package org.broadsheet.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement with named parameters as JDBC knows it: question marks, and the places of each name.
 *
 * <p>For statements that are written in the code and have no colon in a text. Safe for all threads.
 *
 * @param jdbc with a question mark for each parameter
 * @param parameters how many question marks there are
 */
record NamedSql(String jdbc, int parameters, Map<String, int[]> places) {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

    /** The statements of the program are few, and each is asked for again and again. */
    private static final Map<String, NamedSql> KNOWN = new ConcurrentHashMap<>();

    static NamedSql of(String sql) {
        return KNOWN.computeIfAbsent(sql, NamedSql::parse);
    }

    private static NamedSql parse(String sql) {
        Map<String, List<Integer>> places = new HashMap<>();
        Matcher names = NAME.matcher(sql);
        int count = 0;
        while (names.find()) {
            places.computeIfAbsent(names.group(1), name -> new ArrayList<>()).add(count++);
        }
        Map<String, int[]> fixed = new HashMap<>();
        places.forEach((name, where) ->
                fixed.put(name, where.stream().mapToInt(Integer::intValue).toArray()));
        return new NamedSql(names.replaceAll("?"), count, Map.copyOf(fixed));
    }

    /** Puts a value wherever the name stands. Throws IllegalArgumentException when it stands nowhere. */
    void put(@Nullable Object[] values, String name, @Nullable Object value) {
        int[] where = places.get(name);
        if (where == null) {
            throw new IllegalArgumentException("There is no :" + name + " in " + jdbc);
        }
        for (int place : where) {
            values[place] = value;
        }
    }
}
