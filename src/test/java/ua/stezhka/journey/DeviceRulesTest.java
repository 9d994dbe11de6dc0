package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Answers;
import ua.stezhka.question.Feedback;
import ua.stezhka.question.Given;
import ua.stezhka.question.Marks;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.SelfCheckView;
import ua.stezhka.quiz.LessonQuestions;

/** A device that checks answers by itself says what the server would say, whatever people write. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeviceRulesTest {
    private static final long SEED = 20261126;
    private static final int FORMS = 150;
    private static final String JUDGE = """
            ([check, forms]) => forms.map(fields => {
              const went = stezhkaRules.judge(JSON.parse(check), fields);
              return {tone: went.tone, parts: went.tone === 'unknown' ? {} : went.parts};
            })""";
    private static final String PRESS = """
            ([check, step, presses]) => presses.map(press => stezhkaRules.hits(JSON.parse(check).steps[step], press))""";

    @Inject
    LessonQuestions questions;

    private final RandomForms forms = new RandomForms(SEED);
    private final Set<String> tones = new TreeSet<>();

    @Test
    void a_device_judges_as_the_server_does() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/help");
            visit.page.addScriptTag(new Page.AddScriptTagOptions().setUrl("/assets/lesson-copy.js"));
            Set<String> types = new TreeSet<>();
            for (LessonQuestions.Asked asked : questions.all()) {
                types.add(asked.version().face().type());
                if (asked.version().key() instanceof AnswerKey.Rehearsal key) {
                    press(visit.page, asked, key);
                } else if (!(asked.version().key() instanceof AnswerKey.FileWork)) {
                    // A file stays with the person: that it is done is the whole answer, here and there.
                    judge(visit.page, asked);
                }
            }
            assertThat(types).containsAll(AnswerSheet.TYPES).contains("rehearsal");
            assertThat(tones).contains("", "right", "partly", "look-again", "unknown");
        }
    }

    private void judge(Page page, LessonQuestions.Asked asked) {
        SelfCheckView copy = SelfCheckView.of("q", asked.version(), asked.shown(), Languages.UK);
        List<Map<String, List<String>>> written = IntStream.range(0, FORMS)
                .mapToObj(i -> forms.of(asked.version(), copy.question()))
                .toList();
        List<Object> expected = new ArrayList<>();
        for (Map<String, List<String>> form : written) {
            expected.add(server(asked, form));
        }
        Object judged = page.evaluate(JUDGE, List.of(copy.check(), written));
        for (int i = 0; i < written.size(); i++) {
            assertThat(((List<?>) judged).get(i))
                    .as(asked.version().contentId() + " " + written.get(i))
                    .isEqualTo(expected.get(i));
        }
    }

    private Map<String, Object> server(LessonQuestions.Asked asked, Map<String, List<String>> form) {
        Given given = Answers.ofForm(
                asked.version().body(), form, asked.shown(), QuestionView.lastOrder(asked.shown(), null));
        String tone = "";
        if (given.state() != ResponseState.CLEARED) {
            tone = Feedback.inPractice(
                            asked.version().key(),
                            asked.version().explanation(),
                            asked.version().meant(given, asked.shown()),
                            asked.version().practised(given, asked.shown()),
                            1)
                    .tone()
                    .key();
        }
        tones.add(tone);
        Map<String, String> parts =
                Marks.of(asked.version(), given, asked.shown(), Languages.UK).parts();
        return Map.of("tone", tone, "parts", parts);
    }

    private void press(Page page, LessonQuestions.Asked asked, AnswerKey.Rehearsal key) {
        SelfCheckView copy = SelfCheckView.of("q", asked.version(), asked.shown(), Languages.UK);
        List<Answer.Press> before = new ArrayList<>();
        for (int step = 0; step < key.steps().size(); step++) {
            AnswerKey.RightPress right = key.steps().get(step);
            String token = Integer.toString(step + 1);
            List<Answer.Press> presses = presses(asked, right, token);
            List<Boolean> expected = new ArrayList<>();
            for (Answer.Press press : presses) {
                List<Answer.Press> all = new ArrayList<>(before);
                all.add(press);
                Given given = Given.of(new Answer.Rehearsal(all));
                expected.add(!"open"
                        .equals(Marks.of(asked.version(), given, asked.shown(), Languages.UK)
                                .parts()
                                .get(token)));
            }
            List<Map<String, String>> sent = presses.stream()
                    .map(press -> press.text() == null
                            ? Map.of("part", String.valueOf(press.part()))
                            : Map.of("part", String.valueOf(press.part()), "text", press.text()))
                    .toList();
            assertThat(page.evaluate(PRESS, List.of(copy.check(), step, sent)))
                    .as(asked.version().contentId() + " step " + token + " " + sent)
                    .isEqualTo(expected);
            assertThat(expected).contains(true);
            before.add(presses.get(expected.indexOf(true)));
        }
    }

    /** Each part of the screen, the right one first; what is typed is written in many ways. */
    private List<Answer.Press> presses(LessonQuestions.Asked asked, AnswerKey.RightPress right, String step) {
        List<String> parts = asked.shown().order("step." + right.step());
        String token = Integer.toString(parts.indexOf(right.part()) + 1);
        AnswerKey.Accepted accepted = right.accepted();
        List<Answer.Press> presses = new ArrayList<>();
        if (accepted == null) {
            IntStream.rangeClosed(1, parts.size())
                    .forEach(part -> presses.add(new Answer.Press(step, Integer.toString(part), null)));
        } else {
            presses.add(new Answer.Press(step, token, accepted.uk().getFirst()));
            IntStream.range(0, FORMS).forEach(i -> presses.add(new Answer.Press(step, token, forms.words(accepted))));
        }
        return presses;
    }
}
