package ua.stezhka.quiz;

import static ua.stezhka.quiz.QuizFixtures.choice;
import static ua.stezhka.quiz.QuizFixtures.id;
import static ua.stezhka.quiz.QuizFixtures.question;
import static ua.stezhka.quiz.QuizFixtures.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;

/** Questions about groups and about places on a picture. */
public final class SortingFixtures {
    private static final LocalText SHEET = new LocalText(sheet("Аркуш."), sheet("A sheet."));

    private SortingFixtures() {}

    static List<QuestionDraft> questions(String course, String edition) {
        QuestionDraft groups = question(
                course,
                "groups",
                edition,
                new QuestionBody.Categorise(
                        List.of(choice("red"), choice("blue")), List.of(choice("a"), choice("b"), choice("c"))),
                new AnswerKey.Categorise(Map.of(id("a"), id("red"), id("b"), id("blue"), id("c"), id("red"))));
        QuestionDraft spot = question(
                course,
                "spot",
                edition,
                new QuestionBody.Hotspot(
                        "0 0 320 200", List.of(region("a", 10), region("b", 120), region("c", 230)), 1),
                new AnswerKey.Hotspot(Set.of(id("b")), Set.of(id("a"), id("c"))));
        return List.of(groups, onPicture(spot));
    }

    public static QuestionBody.Region region(String id, int left) {
        return new QuestionBody.Region(
                id(id),
                text("Місце " + id),
                "M" + left + " 20h60v60h-60Z",
                BigDecimal.valueOf(left),
                BigDecimal.valueOf(20));
    }

    /** As the product draws it, and in tests without the product, too. */
    private static String sheet(String alt) {
        return "<figure class=\"picture\"><svg viewBox=\"0 0 320 200\" role=\"img\" aria-label=\"" + alt
                + "\"><rect class=\"f-card\" width=\"320\" height=\"200\"></rect></svg></figure>";
    }

    private static QuestionDraft onPicture(QuestionDraft draft) {
        return new QuestionDraft(
                draft.id(),
                draft.contentId(),
                draft.courseId(),
                draft.prompt(),
                SHEET,
                draft.body(),
                draft.key(),
                draft.explanation(),
                draft.competence(),
                draft.level(),
                draft.difficulty(),
                draft.source(),
                draft.hash());
    }
}
