package ua.stezhka.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.chaos.Finding.Promise;
import ua.stezhka.chaos.Operation.Kind;
import ua.stezhka.chaos.Operation.Outcome;

/** The checker sees each broken promise in a history made by hand, and nothing in one that is right. */
class CheckerTest {
    private static final UUID PERSON = id(1);
    private static final UUID ATTEMPT = id(2);
    private static final UUID FIRST = id(3);
    private static final UUID SECOND = id(4);

    private final List<Operation> told = new ArrayList<>();
    private final List<Stored.Attempt> attempts = new ArrayList<>();
    private final List<Stored.Event> events = new ArrayList<>();
    private final List<Stored.Response> responses = new ArrayList<>();
    private final List<Stored.Certificate> certificates = new ArrayList<>();

    /** Started, two answers to one question, submitted, certified. */
    CheckerTest() {
        told.add(told(Kind.START, Operation.NOWHERE, 0, "", Outcome.ACKNOWLEDGED, 0));
        told.add(told(Kind.SAVE, FIRST, 0, "one", Outcome.ACKNOWLEDGED, 1));
        told.add(told(Kind.SAVE, SECOND, 1, "two", Outcome.ACKNOWLEDGED, 2));
        told.add(told(Kind.SUBMIT, Operation.NOWHERE, 0, "1/2", Outcome.ACKNOWLEDGED, 0));
        attempts.add(new Stored.Attempt(ATTEMPT, PERSON, true, true, "1/2"));
        events.add(event(1, "start", 0, Operation.NOWHERE, ""));
        events.add(event(2, "save", 1, FIRST, "one"));
        events.add(event(3, "save", 2, SECOND, "two"));
        events.add(event(4, "submit", 0, Operation.NOWHERE, ""));
        responses.add(new Stored.Response(ATTEMPT, 1, 2, "two"));
        certificates.add(new Stored.Certificate(PERSON, id(5), true));
    }

    @Test
    void a_right_history_has_no_findings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void an_acknowledged_answer_that_is_nowhere_is_lost() {
        events.remove(2);
        responses.set(0, new Stored.Response(ATTEMPT, 1, 1, "one"));

        assertThat(findings()).contains(Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST, Promise.THE_NEWEST_ANSWER_STANDS);
    }

    @Test
    void an_answer_of_the_log_that_does_not_count_is_found() {
        responses.set(0, new Stored.Response(ATTEMPT, 1, 1, "one"));

        assertThat(findings()).contains(Promise.THE_NEWEST_ANSWER_STANDS);
    }

    @Test
    void a_newest_answer_with_another_value_is_found() {
        responses.set(0, new Stored.Response(ATTEMPT, 1, 2, "three"));

        assertThat(findings()).contains(Promise.THE_NEWEST_ANSWER_STANDS);
    }

    @Test
    void an_answer_of_unknown_fate_may_stand_or_not() {
        told.set(2, told(Kind.SAVE, SECOND, 1, "two", Outcome.UNKNOWN, 0));
        assertThat(findings()).isEmpty();

        events.remove(2);
        responses.set(0, new Stored.Response(ATTEMPT, 1, 1, "one"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_stale_answer_that_is_stored_after_all_is_found() {
        told.set(2, told(Kind.SAVE, SECOND, 1, "two", Outcome.STALE, 0));

        assertThat(findings()).contains(Promise.WHAT_WAS_TOLD_IS_TRUE, Promise.THE_NEWEST_ANSWER_STANDS);
    }

    @Test
    void a_replay_that_is_logged_twice_is_found() {
        events.add(3, event(5, "save", 3, SECOND, "two"));
        responses.set(0, new Stored.Response(ATTEMPT, 1, 3, "two"));

        assertThat(findings()).contains(Promise.NOTHING_HAPPENS_TWICE);
    }

    @Test
    void a_save_that_nobody_sent_or_that_was_changed_on_the_way_is_found() {
        events.set(1, event(2, "save", 1, FIRST, "another"));
        assertThat(findings()).contains(Promise.WHAT_WAS_TOLD_IS_TRUE);

        events.set(1, event(2, "save", 1, id(9), "one"));
        assertThat(findings()).contains(Promise.WHAT_WAS_TOLD_IS_TRUE, Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST);
    }

    @Test
    void another_revision_than_was_told_is_found() {
        told.set(1, told(Kind.SAVE, FIRST, 0, "one", Outcome.ACKNOWLEDGED, 2));

        assertThat(findings()).contains(Promise.WHAT_WAS_TOLD_IS_TRUE);
    }

    @Test
    void a_second_submission_is_found() {
        events.add(event(5, "submit", 0, Operation.NOWHERE, ""));

        assertThat(findings()).containsExactly(Promise.NOTHING_HAPPENS_TWICE);
    }

    @Test
    void an_acknowledged_submission_that_is_gone_is_found() {
        attempts.set(0, new Stored.Attempt(ATTEMPT, PERSON, false, false, "0/0"));
        events.remove(3);
        certificates.clear();

        assertThat(findings()).containsExactly(Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST);
    }

    @Test
    void another_score_than_was_told_is_found() {
        attempts.set(0, new Stored.Attempt(ATTEMPT, PERSON, true, true, "1/1"));

        assertThat(findings()).containsExactly(Promise.WHAT_WAS_TOLD_IS_TRUE);
    }

    @Test
    void an_answer_after_the_submission_is_found() {
        events.set(2, event(7, "save", 2, SECOND, "two"));

        assertThat(findings()).containsExactly(Promise.WHAT_WAS_TOLD_IS_TRUE);
    }

    @Test
    void an_attempt_that_was_told_and_does_not_exist_is_found() {
        told.add(new Operation(
                1, Kind.START, id(8), 0, Operation.NOWHERE, 0, "", Outcome.ACKNOWLEDGED, 0, 1, Duration.ZERO));

        assertThat(findings()).containsExactly(Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST);
    }

    @Test
    void two_open_attempts_at_once_are_found_and_one_after_the_other_are_not() {
        attempts.add(new Stored.Attempt(id(8), PERSON, false, false, "0/0"));
        events.add(new Stored.Event(id(8), 5, "start", 0, 0, Operation.NOWHERE, ""));
        assertThat(findings()).isEmpty();
        assertThat(Checker.lateStarts(told, stored())).isEqualTo(1);

        events.set(4, new Stored.Event(id(8), 3, "start", 0, 0, Operation.NOWHERE, ""));
        assertThat(findings()).containsExactly(Promise.NOTHING_HAPPENS_TWICE);
    }

    @Test
    void a_second_certificate_and_one_without_passing_are_found() {
        certificates.add(new Stored.Certificate(PERSON, id(5), true));
        assertThat(findings()).containsExactly(Promise.NOTHING_HAPPENS_TWICE);

        certificates.set(1, new Stored.Certificate(id(7), id(6), true));
        assertThat(findings()).containsExactly(Promise.WHAT_WAS_TOLD_IS_TRUE);
    }

    @Test
    void a_doubled_start_of_a_guest_that_made_a_second_guest_is_found() {
        attempts.add(new Stored.Attempt(id(8), id(7), false, false, "0/0"));
        events.add(new Stored.Event(id(8), 5, "start", 0, 0, Operation.NOWHERE, ""));
        assertThat(findings()).containsExactly(Promise.NOTHING_HAPPENS_TWICE);

        told.add(start(2, Operation.NOWHERE, Outcome.UNKNOWN));
        assertThat(findings()).as("a guest who was never answered").isEmpty();

        told.set(4, start(1, Operation.NOWHERE, Outcome.UNKNOWN));
        assertThat(findings())
                .as("somebody known whose later start was never answered")
                .containsExactly(Promise.NOTHING_HAPPENS_TWICE);
    }

    @Test
    void somebody_who_became_two_people_is_found() {
        attempts.add(new Stored.Attempt(id(8), id(7), false, false, "0/0"));
        events.add(new Stored.Event(id(8), 5, "start", 0, 0, Operation.NOWHERE, ""));
        told.add(start(1, id(8), Outcome.ACKNOWLEDGED));
        assertThat(findings()).containsExactly(Promise.NOTHING_HAPPENS_TWICE);

        told.set(4, start(2, id(8), Outcome.ACKNOWLEDGED));
        assertThat(findings()).as("two people").isEmpty();
    }

    private static Operation start(int taker, UUID attempt, Outcome outcome) {
        return new Operation(taker, Kind.START, attempt, 0, Operation.NOWHERE, 0, "", outcome, 0, 1, Duration.ZERO);
    }

    private List<Promise> findings() {
        return Checker.check(told, stored()).stream().map(Finding::promise).toList();
    }

    private Stored stored() {
        return new Stored(attempts, events, responses, certificates);
    }

    private static Operation told(Kind kind, UUID saveId, int base, String value, Outcome outcome, int revision) {
        return new Operation(1, kind, ATTEMPT, 1, saveId, base, value, outcome, revision, 1, Duration.ZERO);
    }

    private static Stored.Event event(long number, String kind, int revision, UUID saveId, String value) {
        return new Stored.Event(ATTEMPT, number, kind, kind.equals("save") ? 1 : 0, revision, saveId, value);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
