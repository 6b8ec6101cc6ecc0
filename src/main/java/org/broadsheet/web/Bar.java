package org.broadsheet.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar beside others, of 100 at most.
 *
 * @param href what it leads to, null for nothing
 * @param value in words
 */
public record Bar(String name, @Nullable String href, String value, int length) {
    /** Bars in the given order, the longest of them full. */
    static List<Bar> scaled(List<Amount> amounts) {
        long most = amounts.stream().mapToLong(Amount::amount).max().orElse(1);
        return amounts.stream()
                .map(amount -> new Bar(
                        amount.name(),
                        amount.href(),
                        amount.value(),
                        amount.amount() == 0
                                ? 0
                                : (int) Math.max(1, Math.round(100.0 * amount.amount() / Math.max(1, most)))))
                .toList();
    }

    /** What a bar stands for. */
    record Amount(String name, @Nullable String href, String value, long amount) {}
}
