package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.QuestionView;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PracticeTest {
    private static final Locale UK = Languages.UK;
    private static final String CHOICE = "check-choice";

    @Inject
    QuizFixtures fixtures;

    @Inject
    Practice practice;

    private static Map<String, List<String>> form(String name, String value) {
        return Map.of(name, List.of(value), "saveId", List.of(UUID.randomUUID().toString()));
    }

    private static String token(PracticeView view, String label) {
        return view.question().options().stream()
                .filter(option -> option.label().equals(label))
                .findFirst()
                .orElseThrow()
                .token();
    }

    private PracticeView view(Learner learner, UUID lesson) {
        return practice.view(Optional.of(learner.personId()), lesson, CHOICE, UK);
    }

    @Test
    void somebody_not_known_yet_sees_the_same_order_as_after_the_first_answer() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        PracticeView before = practice.view(Optional.empty(), lesson, CHOICE, UK);
        practice.check(learner, lesson, CHOICE, form("option", "1"));
        assertThat(view(learner, lesson).question().options().stream().map(QuestionView.Option::label))
                .containsExactlyElementsOf(before.question().options().stream()
                        .map(QuestionView.Option::label)
                        .toList());
        assertThat(before.feedback()).isNull();
    }

    @Test
    void a_right_answer_is_praised_and_explained_and_stays() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        String right = token(practice.view(Optional.empty(), lesson, CHOICE, UK), "Варіант b");
        assertThat(practice.check(learner, lesson, CHOICE, form("option", right)))
                .isEqualTo(new Practice.Outcome(true, true));
        PracticeView view = view(learner, lesson);
        assertThat(view.right()).isTrue();
        assertThat(view.tries()).isEqualTo(1);
        assertThat(view.feedback().tone()).isEqualTo("right");
        assertThat(view.feedback().why()).isNotNull();
        assertThat(practice.solved(learner.personId(), lesson)).containsExactly(CHOICE);
    }

    @Test
    void the_first_other_answer_brings_a_note_and_a_hint_the_second_the_explanation() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        String other = token(practice.view(Optional.empty(), lesson, CHOICE, UK), "Варіант a");
        practice.check(learner, lesson, CHOICE, form("option", other));
        PracticeView first = view(learner, lesson);
        assertThat(first.feedback().hint()).isNotNull();
        assertThat(first.feedback().why()).isNull();
        assertThat(first.feedback().rightAnswer()).isEmpty();
        assertThat(first.question().options())
                .filteredOn(QuestionView.Option::chosen)
                .allMatch(option -> option.verdict().equals("again") && option.note() != null);
        practice.check(learner, lesson, CHOICE, form("option", other));
        PracticeView second = view(learner, lesson);
        assertThat(second.tries()).isEqualTo(2);
        assertThat(second.feedback().why()).isNotNull();
        assertThat(second.feedback().rightAnswer()).containsExactly("Варіант b");
    }

    /** What waited on a device without a network arrives late, in its order; what was answered elsewhere meanwhile is newer. */
    @Test
    @TestTransaction
    void an_answer_that_comes_late_does_not_replace_a_newer_one() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        practice.check(learner, lesson, CHOICE, form("option", "1"), Duration.ofSeconds(600));
        practice.check(learner, lesson, CHOICE, form("option", "2"), Duration.ofSeconds(599));
        assertThat(chosen(learner, lesson)).isEqualTo("2");
        practice.check(learner, lesson, CHOICE, form("option", "3"));
        practice.check(learner, lesson, CHOICE, form("option", "1"), Duration.ofSeconds(300));
        assertThat(chosen(learner, lesson)).isEqualTo("3");
        assertThat(view(learner, lesson).tries()).isEqualTo(4);
    }

    /** The node that answers may have a clock that is behind. */
    @Test
    @TestTransaction
    void an_answer_that_comes_at_once_always_stays() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        practice.check(learner, lesson, CHOICE, form("option", "1"), Duration.ofSeconds(-3600));
        practice.check(learner, lesson, CHOICE, form("option", "2"));
        assertThat(chosen(learner, lesson)).isEqualTo("2");
    }

    private String chosen(Learner learner, UUID lesson) {
        return view(learner, lesson).question().options().stream()
                .filter(QuestionView.Option::chosen)
                .map(QuestionView.Option::token)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void not_knowing_is_answered_with_the_explanation() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        practice.check(learner, lesson, CHOICE, form("option", "unknown"));
        assertThat(view(learner, lesson).feedback().tone()).isEqualTo("unknown");
        assertThat(view(learner, lesson).feedback().rightAnswer()).containsExactly("Варіант b");
    }

    @Test
    void a_form_without_an_answer_stores_nothing() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        assertThat(practice.check(learner, lesson, CHOICE, Map.of()).given()).isFalse();
        assertThat(view(learner, lesson).tries()).isZero();
        // An ordering left as it was shown is no answer either: it is never shown in its right order.
        assertThat(practice.check(
                                learner,
                                lesson,
                                "check-order",
                                Map.of("place-1", List.of("1"), "place-2", List.of("2"), "place-3", List.of("3")))
                        .given())
                .isFalse();
    }

    @Test
    void fifty_presses_of_one_button_are_one_try() throws Exception {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        Map<String, List<String>> form = form("option", "1");
        Callable<Practice.Outcome> press = () -> practice.check(learner, lesson, CHOICE, form);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pressed : threads.invokeAll(Collections.nCopies(50, press))) {
                assertThat(pressed.get().given()).isTrue();
            }
        }
        assertThat(view(learner, lesson).tries()).isEqualTo(1);
        assertThat(fixtures.count(
                        "select count(*) from xapi.statement s join quiz.attempt a on a.id = s.registration where a.person_id = :id",
                        learner.personId()))
                .isEqualTo(1);
    }

    @Test
    void a_lesson_that_changed_asks_anew_and_forgets_nothing() {
        String course = fixtures.course();
        UUID lesson = QuizDraft.lessonOf(course, "bank-call");
        Learner learner = fixtures.guest();
        practice.check(learner, lesson, CHOICE, form("option", "1"));
        fixtures.publish(course, "second");
        assertThat(view(learner, lesson).tries()).isZero();
        practice.check(learner, lesson, CHOICE, form("option", "1"));
        assertThat(view(learner, lesson).tries()).isEqualTo(1);
        fixtures.publish(course, "first");
        assertThat(view(learner, lesson).tries()).isEqualTo(1);
    }

    @Test
    void an_answer_that_does_not_fit_is_refused() {
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        Learner learner = fixtures.guest();
        assertThatThrownBy(() -> practice.check(learner, lesson, CHOICE, form("option", "99")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> practice.check(learner, lesson, "no-such-question", form("option", "1")))
                .isInstanceOf(Problem.NotFound.class);
    }
}
