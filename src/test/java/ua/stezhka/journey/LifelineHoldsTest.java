package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.desk.TestLifelines;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Whoever only goes on at a shared computer stays in: no page that is left, closed or cut off for a moment ends the session. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LifelineHoldsTest {
    @Inject
    Jdbi jdbi;

    private Lifelines lines() {
        return new Lifelines(jdbi);
    }

    @Test
    void links_forms_and_reloads_keep_the_session() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            visit.open("/courses");
            lines().untilHeld(1);
            visit.press(visit.page.locator("main a[href^='/courses/']").first());
            lines().untilHeld(1);
            visit.leave(visit.page::reload);
            lines().untilHeld(1);
            visit.inEnglish();
            lines().untilHeld(1);
            visit.page.goBack();
            long since = System.nanoTime();
            lines().untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(
                            lines().count("session_id = " + Lifelines.NEWEST + " and left_at is not null"))
                    .isGreaterThanOrEqualTo(4);
            Lifelines.untilSure(since);
            Lifelines.assertIn(visit, name);
        }
    }

    @Test
    void pages_that_are_hurried_through_keep_the_session() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            List<String> refused = new ArrayList<>();
            visit.context().onResponse(answer -> {
                // A lifeline that is refused while the farewell of the page before is on its way is tried again.
                if (answer.status() == 401 && !answer.url().contains("/lifelines/")) {
                    refused.add(answer.url());
                }
            });
            for (int i = 0; i < 10; i++) {
                visit.page.navigate(TestBrowser.base() + "/courses");
                visit.page.navigate(TestBrowser.base() + "/my");
            }
            lines().untilHeld(1);
            Lifelines.untilSure(System.nanoTime());
            org.assertj.core.api.Assertions.assertThat(lines().inDoubt()).isFalse();
            Lifelines.assertIn(visit, name);
            org.assertj.core.api.Assertions.assertThat(refused).isEmpty();
        }
    }

    @Test
    void several_pages_hold_on_by_two_of_them_and_closing_some_ends_nothing() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            Page first = visit.page;
            Page second = visit.another();
            second.navigate(TestBrowser.base() + "/courses");
            lines().untilHeld(2);
            List<Page> more =
                    java.util.stream.Stream.generate(visit::another).limit(6).toList();
            for (Page each : more) {
                each.navigate(TestBrowser.base() + "/my");
                assertThat(each.locator("header")).containsText(name);
            }
            lines().untilHeld(2);
            first.close(new Page.CloseOptions().setRunBeforeUnload(true));
            lines().untilLeft(1);
            lines().untilHeld(2);
            second.close(new Page.CloseOptions().setRunBeforeUnload(true));
            lines().untilLeft(2);
            lines().untilHeld(2);
            visit.page = more.getFirst();
            Lifelines.untilSure(System.nanoTime());
            Lifelines.assertIn(visit, name);
        }
    }

    @Test
    void a_way_that_is_cut_for_a_moment_ends_nothing_since_the_page_comes_again() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            TestLifelines.cut();
            org.assertj.core.api.Assertions.assertThat(lines().inDoubt()).isTrue();
            lines().untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(lines().inDoubt()).isFalse();
            TestLifelines.end();
            Lifelines.untilSure(System.nanoTime());
            lines().untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(lines().inDoubt()).isFalse();
            Lifelines.assertIn(visit, name);
        }
    }

    @Test
    void a_page_that_stays_though_it_was_about_to_go_holds_on_again() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            visit.page.evaluate("() => window.dispatchEvent(new Event('beforeunload'))");
            lines().untilLeft(1);
            lines().untilHeld(1);
            Lifelines.assertIn(visit, name);
        }
    }

    @Test
    void closing_the_last_page_leaves_a_minute() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            visit.page.navigate("about:blank");
            lines().untilLeft(1);
            long left = jdbi.withHandle(handle -> handle.createQuery(
                            "select extract(epoch from expires_at - now())::int from account.session where id = "
                                    + Lifelines.NEWEST)
                    .mapTo(Long.class)
                    .one());
            org.assertj.core.api.Assertions.assertThat(left).isBetween(40L, 60L);
            Lifelines.assertIn(visit, name);
        }
    }
}
