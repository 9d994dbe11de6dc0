package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.RehearsalView;

/** A rehearsal in a lesson: each press is told about, and nobody is stuck. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RehearsalPracticeTest {
    private static final String STATEMENTS = """
            select count(*) from xapi.statement s join quiz.attempt a on a.id = s.registration where a.person_id = :id""";
    private static final String CHECKS = """
            select count(*) from quiz.attempt_event e join quiz.attempt a on a.id = e.attempt_id
            where a.person_id = :id and e.kind = 'check'""";
    private static final Practice.Outcome STORED = new Practice.Outcome(true, false);

    @Inject
    QuizFixtures fixtures;

    @Inject
    RehearsalFixtures rehearsals;

    @Inject
    Practice practice;

    private UUID lesson;
    private Learner learner;

    @BeforeEach
    void begin() {
        lesson = QuizDraft.lessonOf(rehearsals.course(), "bank-call");
        learner = fixtures.guest();
    }

    private PracticeView view() {
        return practice.view(Optional.of(learner.personId()), lesson, RehearsalFixtures.CHECK, Languages.UK);
    }

    private RehearsalView rehearsal() {
        return view().question().rehearsal();
    }

    private static List<String> written(RehearsalView rehearsal) {
        return rehearsal.before().stream().map(RehearsalView.Pressed::written).toList();
    }

    /** The form of the page as it stands now. */
    private Map<String, List<String>> page() {
        PracticeView view = view();
        Map<String, List<String>> form = new HashMap<>();
        form.put("saveId", List.of(view.saveId().toString()));
        form.put("press", written(view.question().rehearsal()));
        form.put("step", List.of(String.valueOf(view.question().rehearsal().step())));
        return form;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> form, String name, String value) {
        Map<String, List<String>> more = new HashMap<>(form);
        more.put(name, List.of(value));
        return more;
    }

    private Practice.Outcome check(Map<String, List<String>> form) {
        return practice.check(learner, lesson, RehearsalFixtures.CHECK, form);
    }

    private Practice.Outcome press(String label) {
        String token = rehearsal().screen().targets().stream()
                .filter(target -> target.text().equals(label))
                .findFirst()
                .orElseThrow()
                .token();
        return check(with(page(), "part", token));
    }

    private Practice.Outcome type(String text) {
        return check(with(with(page(), "text-1", text), "part", "1"));
    }

    @Test
    void somebody_not_known_yet_sees_the_first_screen_and_no_key() {
        PracticeView view = practice.view(Optional.empty(), lesson, RehearsalFixtures.CHECK, Languages.UK);
        RehearsalView rehearsal = view.question().rehearsal();
        assertThat(rehearsal.step()).isEqualTo(1);
        assertThat(rehearsal.screen().task()).isEqualTo("Перше завдання");
        assertThat(rehearsal.screen().targets()).hasSize(16);
        assertThat(rehearsal.toString()).doesNotContain("secret").doesNotContain("Друг");
    }

    @Test
    void another_press_explains_itself_and_the_step_stays_open() {
        assertThat(press("Кнопка а")).isEqualTo(STORED);
        assertThat(rehearsal().step()).isEqualTo(1);
        assertThat(rehearsal().said().tone()).isEqualTo("look-again");
        assertThat(rehearsal().said().what()).isEqualTo("«Кнопка а»");
        assertThat(rehearsal().said().why().getValue()).contains("secret чому не а");
        press("Рядок г");
        assertThat(rehearsal().said().why()).isNull();
        assertThat(view().feedback()).isNull();
        assertThat(view().right()).isFalse();
    }

    @Test
    void the_right_press_opens_the_next_screen() {
        press("Посилання б");
        assertThat(rehearsal().step()).isEqualTo(2);
        assertThat(rehearsal().said().tone()).isEqualTo("right");
        assertThat(rehearsal().said().why().getValue()).contains("secret після першого");
        assertThat(rehearsal().screen().title()).isEqualTo("Другий екран");
        assertThat(rehearsal().done())
                .containsExactly(new RehearsalView.Done("Перше завдання", "«Посилання б»", "at-once"));
    }

    @Test
    void found_by_oneself_is_solved_however_many_presses_it_took() {
        press("Кнопка а");
        press("Посилання б");
        type("Ольга");
        type("олена SECRET");
        assertThat(fixtures.count(STATEMENTS, learner.personId())).isZero();
        assertThat(press("5")).isEqualTo(new Practice.Outcome(true, true));
        assertThat(view().right()).isTrue();
        assertThat(view().feedback().tone()).isEqualTo("right");
        assertThat(view().feedback().why().getValue()).contains("secret пояснення");
        assertThat(rehearsal().done().stream().map(RehearsalView.Done::how))
                .containsExactly("found", "found", "at-once");
        assertThat(practice.solved(learner.personId(), lesson)).containsExactly(RehearsalFixtures.CHECK);
        assertThat(fixtures.count(STATEMENTS, learner.personId())).isEqualTo(1);
    }

    @Test
    void the_statement_is_a_performance_and_does_not_carry_what_was_typed() {
        press("Посилання б");
        type(RehearsalFixtures.WORDING);
        check(with(page(), "show", "1"));
        assertThat(fixtures.count("""
                        select count(*) from xapi.statement s join quiz.attempt a on a.id = s.registration
                        where a.person_id = :id and s.body::text like '%"performance"%'
                          and s.body::text like '%secret-id-one[.]secret-id-b[,]secret-id-two[.]secret-id-name[,]secret-id-three[.]"%'
                          and s.body::text not like '%Олена%'""", learner.personId())).isEqualTo(1);
    }

    @Test
    void being_shown_goes_on_without_points() {
        check(with(page(), "show", "1"));
        assertThat(rehearsal().step()).isEqualTo(2);
        assertThat(rehearsal().said().tone()).isEqualTo("shown");
        assertThat(rehearsal().said().answer()).isEqualTo("«Посилання б»");
        type(RehearsalFixtures.WORDING);
        press("5");
        assertThat(view().right()).isTrue();
        assertThat(view().feedback().tone()).isEqualTo("unknown");
        assertThat(practice.solved(learner.personId(), lesson)).isEmpty();
    }

    @Test
    void the_list_and_the_key_enter_press_as_well() {
        check(with(with(page(), "choice", "2"), "list", "1"));
        assertThat(rehearsal().step()).isEqualTo(2);
        check(with(with(page(), "text-1", RehearsalFixtures.WORDING), "enter", "1"));
        assertThat(rehearsal().step()).isEqualTo(3);
        // A choice in the list counts only with the button of the list.
        assertThat(check(with(page(), "choice", "9"))).isEqualTo(new Practice.Outcome(false, false));
        assertThat(check(with(page(), "list", "1"))).isEqualTo(new Practice.Outcome(false, false));
        assertThat(rehearsal().step()).isEqualTo(3);
    }

    @Test
    void fifty_presses_of_one_button_are_one_press() throws Exception {
        Map<String, List<String>> form = with(page(), "part", "1");
        assertThat(Together.call(50, () -> check(form))).containsOnly(STORED);
        assertThat(written(rehearsal())).containsExactly("1.1");
        assertThat(fixtures.count(CHECKS, learner.personId())).isEqualTo(1);
    }

    @Test
    void a_press_in_an_old_window_changes_nothing() {
        Map<String, List<String>> old = page();
        press("Посилання б");
        assertThat(check(with(old, "part", "1"))).isEqualTo(STORED);
        assertThat(check(with(old, "show", "1"))).isEqualTo(STORED);
        assertThat(written(rehearsal())).containsExactly("1.2");
        assertThat(fixtures.count(CHECKS, learner.personId())).isEqualTo(1);
    }

    @Test
    void a_step_cannot_be_skipped_nor_done_again() {
        Map<String, List<String>> skipping = with(with(page(), "step", "3"), "part", "10");
        assertThatThrownBy(() -> check(skipping)).isInstanceOf(Problem.Invalid.class);
        press("Посилання б");
        Map<String, List<String>> again = with(with(page(), "step", "1"), "part", "2");
        assertThatThrownBy(() -> check(again)).isInstanceOf(Problem.Invalid.class);
        assertThat(written(rehearsal())).containsExactly("1.2");
    }

    @Test
    void a_press_that_is_not_on_the_screen_is_refused() {
        for (String part : List.of("17", "99", "secret-id-b", "-1", "2.")) {
            assertThatThrownBy(() -> check(with(page(), "part", part))).as(part).isInstanceOf(Problem.Invalid.class);
        }
        assertThatThrownBy(() -> check(with(with(page(), "step", "one"), "part", "1")))
                .isInstanceOf(Problem.Invalid.class);
        press("Посилання б");
        // The first screen has a fifth part, this one has not.
        assertThatThrownBy(() -> check(with(page(), "part", "5"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void presses_that_were_never_made_are_not_believed() {
        Map<String, List<String>> invented = page();
        invented.put("press", List.of("1.2", "2.1." + RehearsalFixtures.WORDING));
        assertThat(check(with(with(invented, "step", "3"), "part", "9"))).isEqualTo(STORED);
        assertThat(written(rehearsal())).isEmpty();
        invented.put("press", Collections.nCopies(5000, "1.1"));
        check(with(invented, "part", "1"));
        assertThat(written(rehearsal())).isEmpty();
    }

    @Test
    void beginning_anew_is_free_and_forgets_no_success() {
        press("Посилання б");
        type(RehearsalFixtures.WORDING);
        press("5");
        check(with(page(), "again", "1"));
        assertThat(rehearsal().step()).isEqualTo(1);
        assertThat(written(rehearsal())).isEmpty();
        assertThat(view().right()).isFalse();
        press("Кнопка а");
        assertThat(rehearsal().said().tone()).isEqualTo("look-again");
        assertThat(practice.solved(learner.personId(), lesson)).containsExactly(RehearsalFixtures.CHECK);
    }
}
