package ua.stezhka.styleguide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ua.stezhka.quiz.QuestionView;

/** The eight types of questions in all their states. */
final class QuestionSpecimens {
    private static final Map<String, String> TITLES = Map.of(
            "single-choice", "Одна відповідь",
            "multiple-choice", "Кілька відповідей",
            "true-false", "Так чи ні",
            "short-text", "Слово",
            "number", "Число",
            "matching", "Пари",
            "ordering", "Порядок",
            "gaps", "Пропуски",
            "free-text", "Своїми словами",
            "file", "Файл");

    private QuestionSpecimens() {}

    static List<Section> of(Templates templates) {
        List<Section> sections = new ArrayList<>();
        for (String type : QuestionSamples.TYPES) {
            List<Specimen> specimens = new ArrayList<>();
            for (QuestionSamples.State state : QuestionSamples.State.values()) {
                QuestionView question = QuestionSamples.of(type, state);
                Drawing drawn = templates.draw("quiz/_question", Map.of("q", question));
                if (type.equals("ordering") && !question.locked()) {
                    drawn.act("[data-move=up]", button -> button.attr("disabled", ""));
                    drawn.act("li:last-child [data-move=down]", button -> button.attr("disabled", ""));
                }
                if (type.equals("ordering") && state == QuestionSamples.State.ANSWERED) {
                    drawn.act(".order > li", item -> item.addClass("moved"));
                }
                specimens.add(drawn.whole(state.words));
            }
            sections.add(new Section(type, TITLES.getOrDefault(type, type), false, specimens));
        }
        return sections;
    }
}
