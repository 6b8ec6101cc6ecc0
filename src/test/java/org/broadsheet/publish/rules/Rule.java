package org.broadsheet.publish.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule for documents of one format.
 *
 * @param name as findings tell it, unique among all
 * @param breaches what of a document breaks it; nothing for a good one
 */
record Rule<D>(String name, Finding.Level level, Function<D, Stream<String>> breaches) {
    private static final int LONGEST = 200;

    static <D> Rule<D> error(String name, Function<D, Stream<String>> breaches) {
        return new Rule<>(name, Finding.Level.ERROR, breaches);
    }

    static <D> Rule<D> warning(String name, Function<D, Stream<String>> breaches) {
        return new Rule<>(name, Finding.Level.WARNING, breaches);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <D> List<Rule<D>> together(List<Rule<D>>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    Stream<Finding> findings(D document) {
        return breaches.apply(document)
                .map(what -> new Finding(name, level, what.substring(0, Math.min(LONGEST, what.length()))));
    }
}
