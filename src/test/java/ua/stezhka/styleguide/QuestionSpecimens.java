package ua.stezhka.styleguide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ua.stezhka.question.QuestionView;

/** All types of questions in all their states. */
final class QuestionSpecimens {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("single-choice", "Одна відповідь"),
            Map.entry("multiple-choice", "Кілька відповідей"),
            Map.entry("true-false", "Так чи ні"),
            Map.entry("short-text", "Слово"),
            Map.entry("number", "Число"),
            Map.entry("matching", "Пари"),
            Map.entry("ordering", "Порядок"),
            Map.entry("gaps", "Пропуски"),
            Map.entry("categorise", "Групи"),
            Map.entry("hotspot", "Місце на малюнку"),
            Map.entry("free-text", "Своїми словами"),
            Map.entry("file", "Файл"));

    private QuestionSpecimens() {}

    static List<Section> of(Templates templates) {
        List<Section> sections = new ArrayList<>();
        for (String type : QuestionSamples.TYPES) {
            List<Specimen> specimens = new ArrayList<>();
            for (QuestionSamples.State state : QuestionSamples.State.values()) {
                QuestionView question = QuestionSamples.of(type, state);
                Drawing drawn = templates.draw("question/_question", Map.of("q", question));
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
