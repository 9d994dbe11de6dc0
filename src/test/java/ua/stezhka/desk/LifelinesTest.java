package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TestSessions;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

/** What the pages of a shared computer, and the silence of them, say of its browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LifelinesTest {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    Jdbi jdbi;

    private final HandClock clock = new HandClock().atNow();
    private final TestSessions sessions = new TestSessions(clock);
    private Lifelines lifelines;
    private UUID person;
    private UUID computer;
    private UUID session;

    @BeforeEach
    void somebody_sits_down() {
        lifelines = new Lifelines(jdbi, clock, sessions.doubts());
        person = TestPeople.idOf(TestPeople.learner());
        computer = TestCards.sharedComputer(person);
        session = sessions.begin(person);
        sessions.shared().used(session, computer);
        pageIsThere();
    }

    /** A page that is open, as this test knows it. */
    private record Page(UUID id, UUID connection) {}

    private void pageIsThere() {
        sessions.shared().present(session, computer, false);
    }

    private Page opened() {
        UUID id = UUID.randomUUID();
        lifelines.greet(id, Optional.of(session));
        return held(id);
    }

    private Page held(UUID id) {
        UUID connection = Ids.next();
        lifelines.tie(id, connection, Optional.of(session));
        clock.forward(Duration.ofMillis(500));
        return new Page(id, connection);
    }

    private void dies(Page page) {
        lifelines.broke(page.id, page.connection);
    }

    private void leaves(Page page) {
        lifelines.takeLeave(page.id, Optional.of(session));
    }

    private boolean opens() {
        return sessions.opens(session);
    }

    private void assertGoesOn() {
        clock.forward(GRACE);
        assertThat(opens()).isTrue();
        assertThat(sessions.expiresAt(session))
                .isAfter(clock.instant().plus(MINUTE.multipliedBy(2)).minus(GRACE));
    }

    private void assertEndsSoon() {
        assertThat(opens()).as("nobody gets in while it is in doubt").isFalse();
        clock.forward(GRACE);
        sessions.doubts().end();
        assertThat(sessions.lastDeedAbout(person)).isEqualTo("account.shared_session_broken");
        pageIsThere();
        sessions.shared().used(session, computer);
        assertThat(opens()).isFalse();
        assertThat(sessions.expiresAt(session)).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void a_page_that_breaks_off_without_a_farewell_ends_its_session() {
        dies(opened());
        assertEndsSoon();
    }

    @Test
    void the_end_is_written_down_once_whichever_node_does_it() {
        dies(opened());
        sessions.doubts().end();
        assertThat(endsWrittenDown()).isZero();
        clock.forward(GRACE);
        sessions.doubts().end();
        sessions.doubts().end();
        assertThat(endsWrittenDown()).isEqualTo(1);
    }

    private int endsWrittenDown() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) from account.audit_entry
                        where action = 'account.shared_session_broken'
                          and about_actor = (select actor_id from account.person where id = :id)""").bind("id", person).mapTo(Integer.class).one());
    }

    @Test
    void nothing_of_the_session_opens_again_though_the_node_that_saw_the_break_is_gone() {
        dies(opened());
        clock.forward(GRACE);
        assertThat(sessions.expiresAt(session)).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void a_farewell_before_the_connection_ends_is_an_orderly_leave() {
        Page page = opened();
        leaves(page);
        dies(page);
        opened();
        pageIsThere();
        assertGoesOn();
    }

    @Test
    void a_farewell_that_comes_after_the_end_of_the_connection_counts_too() {
        Page page = opened();
        dies(page);
        assertThat(opens()).isFalse();
        clock.forward(Duration.ofSeconds(2));
        lifelines.takeLeave(page.id, Optional.empty());
        assertThat(opens()).isTrue();
        pageIsThere();
        assertGoesOn();
    }

    @Test
    void a_page_that_was_cut_off_for_a_moment_and_comes_back_proves_that_its_browser_lives() {
        Page page = opened();
        dies(page);
        clock.forward(Duration.ofSeconds(3));
        lifelines.tie(page.id, Ids.next(), Optional.empty());
        assertGoesOn();
    }

    @Test
    void a_page_that_comes_back_too_late_finds_the_session_ended() {
        Page page = opened();
        dies(page);
        clock.forward(GRACE);
        assertThatThrownBy(() -> lifelines.tie(page.id, Ids.next(), Optional.empty()))
                .isInstanceOf(Problem.Unauthenticated.class);
    }

    @Test
    void a_restored_page_has_another_id_and_proves_nothing() {
        dies(opened());
        clock.forward(Duration.ofSeconds(1));
        assertThatThrownBy(() -> lifelines.tie(UUID.randomUUID(), Ids.next(), Optional.empty()))
                .isInstanceOf(Problem.Unauthenticated.class);
        pageIsThere();
        assertEndsSoon();
    }

    @Test
    void the_old_connection_of_a_page_that_is_back_says_nothing_any_more() {
        Page before = opened();
        held(before.id);
        dies(before);
        assertGoesOn();
    }

    @Test
    void a_page_alone_that_breaks_off_while_another_is_open_ends_nothing() {
        Page other = opened();
        dies(opened());
        assertGoesOn();
        dies(other);
        assertEndsSoon();
    }

    @Test
    void pages_that_break_off_together_on_several_nodes_are_seen_together() {
        List<Page> pages = Stream.generate(this::opened).limit(6).toList();
        Lifelines elsewhere = new Lifelines(jdbi, clock, sessions.doubts());
        CompletableFuture.allOf(pages.stream()
                        .map(page -> CompletableFuture.runAsync(() -> elsewhere.broke(page.id, page.connection)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertEndsSoon();
    }

    @Test
    void a_connection_of_a_node_that_is_no_more_is_no_proof() {
        opened();
        clock.forward(Lifelines.LEASE);
        dies(opened());
        assertEndsSoon();
    }

    @Test
    void a_connection_that_its_node_still_sees_is_a_proof() {
        Page other = opened();
        clock.forward(Lifelines.LEASE.minusSeconds(5));
        assertThat(lifelines.hold(Set.of(other.connection))).containsExactly(other.connection);
        clock.forward(Duration.ofSeconds(10));
        pageIsThere();
        dies(opened());
        assertGoesOn();
    }

    @Test
    void a_browser_whose_farewells_do_not_get_through_is_judged_by_its_silence_only() {
        dies(held(UUID.randomUUID()));
        assertGoesOn();
    }

    @Test
    void a_connection_that_arrives_after_the_farewell_is_not_taken() {
        UUID id = UUID.randomUUID();
        lifelines.greet(id, Optional.of(session));
        lifelines.takeLeave(id, Optional.of(session));
        assertThatThrownBy(() -> lifelines.tie(id, Ids.next(), Optional.of(session)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void after_the_last_farewell_the_session_lasts_a_minute_unless_another_page_opens() {
        leaves(opened());
        clock.forward(MINUTE.minusSeconds(1));
        assertThat(opens()).isTrue();
        pageIsThere();
        assertGoesOn();
        leaves(opened());
        clock.forward(MINUTE);
        assertThat(opens()).isFalse();
    }

    @Test
    void a_farewell_while_another_page_is_open_shortens_nothing() {
        opened();
        leaves(opened());
        assertGoesOn();
    }

    @Test
    void an_ended_session_stays_ended_whatever_its_pages_say() {
        Page page = opened();
        sessions.end(session);
        dies(page);
        lifelines.takeLeave(page.id, Optional.of(session));
        lifelines.greet(page.id, Optional.of(session));
        assertThat(lifelines.hold(Set.of(page.connection))).isEmpty();
        sessions.doubts().end();
        assertThat(opens()).isFalse();
        assertThat(endsWrittenDown()).isZero();
    }

    @Test
    void nobody_needs_more_than_twenty_pages_at_once() {
        for (int i = 0; i < 20; i++) {
            opened();
        }
        assertThatThrownBy(this::opened).isInstanceOf(Problem.TooMany.class);
    }

    @Test
    void what_is_over_is_forgotten() {
        opened();
        sessions.end(session);
        lifelines.clear();
        int left = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from desk.lifeline where session_id = :session")
                        .bind("session", session)
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isZero();
    }
}
