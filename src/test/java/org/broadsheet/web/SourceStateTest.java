package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Selection.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStateTest {

    @ParameterizedTest
    @CsvSource({
        "CHANGED, 3, 0, 3 new headlines.",
        "CHANGED, 1, 2, '1 new headline, 2 changed.'",
        "CHANGED, 0, 1, 1 headline changed.",
        "UNCHANGED, 0, 0, Nothing new.",
        "SKIPPED, 0, 0, 'Left alone for now, as its host asks us to wait.'",
    })
    void a_poll_that_went_well_is_told_in_a_few_words(Outcome outcome, int added, int changed, String sentence) {
        Feed feed = Samples.feed(Feed.Status.OK, 0, Samples.poll(outcome, null, null, added, changed), null);

        SourceState state = SourceState.of(feed, Samples.NOW);

        assertThat(state.sentence()).isEqualTo(sentence);
        assertThat(state.trouble()).isFalse();
    }

    @Test
    void a_failure_says_what_happened_how_often_what_helps_and_when_it_is_tried_again() {
        Feed feed = Samples.feed(
                Feed.Status.FAILING,
                4,
                Samples.poll(Outcome.FAILED, ErrorKind.NOT_FOUND, "The server answered 404 Not Found.", 0, 0),
                Samples.NOW.at().plus(Duration.ofHours(2)));

        SourceState state = SourceState.of(feed, Samples.NOW);

        assertThat(state.trouble()).isTrue();
        assertThat(state.sentence()).isEqualTo(ErrorKind.NOT_FOUND.sentence() + " Failed 4 times in a row.");
        assertThat(state.advice()).startsWith("The feed may have moved");
        assertThat(state.particulars()).isEqualTo("The server answered 404 Not Found.");
        assertThat(state.asked()).extracting(When::text).isEqualTo("12 minutes ago");
        assertThat(state.next()).extracting(When::text).isEqualTo("in 2 hours");
    }

    @Test
    void a_feed_that_its_publisher_closed_is_not_said_to_be_asked_again() {
        Feed feed = Samples.feed(Feed.Status.GONE, 1, Samples.poll(Outcome.FAILED, ErrorKind.GONE, null, 0, 0), null);

        SourceState state = SourceState.of(feed, Samples.NOW);

        assertThat(state.sentence()).isEqualTo(ErrorKind.GONE.sentence());
        assertThat(state.next()).isNull();
        assertThat(state.trouble()).isTrue();
    }

    @Test
    void a_feed_that_was_given_up_is_not_said_to_be_closed_by_its_publisher() {
        Feed feed =
                Samples.feed(Feed.Status.GONE, 12, Samples.poll(Outcome.FAILED, ErrorKind.NOT_FOUND, null, 0, 0), null);

        SourceState state = SourceState.of(feed, Samples.NOW);

        assertThat(state.sentence()).isEqualTo(ErrorKind.NOT_FOUND.sentence() + " Failed 12 times in a row.");
        assertThat(state.next()).isNull();
    }

    @Test
    void no_network_is_told_only_when_nothing_at_all_can_be_reached() {
        Feed dns = Samples.failing(ErrorKind.DNS);
        Feed connect = Samples.failing(ErrorKind.CONNECT);
        Feed fresh = Samples.feed(Feed.Status.NEW, 0, null, Samples.NOW.at());

        assertThat(Samples.shelf(dns, connect, fresh).isOffline()).isTrue();
        assertThat(Samples.shelf(dns, Samples.failing(ErrorKind.TIMEOUT)).isOffline())
                .isFalse();
        assertThat(Samples.shelf(fresh).isOffline()).isFalse();
        assertThat(Empty.of(State.ALL, Samples.shelf(dns), Samples.ENGLISH).text())
                .contains("Is this machine online?");
    }

    @Test
    void an_empty_stream_says_why_it_is_empty() {
        Feed fresh = Samples.feed(Feed.Status.NEW, 0, null, Samples.NOW.at());
        Feed quiet = Samples.feed(Feed.Status.OK, 0, Samples.poll(Outcome.UNCHANGED, null, null, 0, 0), null);

        assertThat(Empty.of(State.ALL, Samples.shelf(), Samples.ENGLISH).offersForms())
                .isTrue();
        assertThat(Empty.of(State.ALL, Samples.shelf(fresh), Samples.ENGLISH).text())
                .contains("for the first time");
        assertThat(Empty.of(State.ALL, Samples.shelf(quiet), Samples.ENGLISH).title())
                .isEqualTo("No headlines here");
        assertThat(Empty.of(State.UNREAD, Samples.shelf(quiet), Samples.ENGLISH).text())
                .isEqualTo("5 headlines from 1 source are kept.");
        assertThat(Empty.of(State.STARRED, Samples.shelf(quiet), Samples.ENGLISH)
                        .title())
                .isEqualTo("Nothing starred");
    }
}
