package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.model.FeedId;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {
    private final RecentCommits commits = new RecentCommits();

    @Test
    void what_was_touched_since_is_told_as_long_as_it_is_known() {
        commits.add(feeds(1));
        commits.add(feeds(2, 3));
        commits.add(feeds());

        assertThat(commits.count()).isEqualTo(3);
        assertThat(commits.touchedSince(0)).isEqualTo(feeds(1, 2, 3));
        assertThat(commits.touchedSince(1)).isEqualTo(feeds(2, 3));
        assertThat(commits.touchedSince(2)).isEqualTo(feeds());
        assertThat(commits.touchedSince(3)).isEqualTo(feeds());
    }

    @Test
    void after_a_commit_that_may_have_touched_anything_nothing_is_known() {
        commits.add(feeds(1));
        commits.add(Optional.empty());
        commits.add(feeds(2));

        assertThat(commits.touchedSince(1)).isEmpty();
        assertThat(commits.touchedSince(2)).isEqualTo(feeds(2));
    }

    @Test
    void commits_of_long_ago_are_forgotten() {
        for (int i = 0; i < 2_000; i++) {
            commits.add(feeds(i));
        }

        assertThat(commits.touchedSince(1_999)).isEqualTo(feeds(1_999));
        assertThat(commits.touchedSince(0)).isEmpty();
    }

    private static Optional<Set<FeedId>> feeds(long... ids) {
        return Optional.of(Arrays.stream(ids).mapToObj(FeedId::new).collect(Collectors.toSet()));
    }
}
