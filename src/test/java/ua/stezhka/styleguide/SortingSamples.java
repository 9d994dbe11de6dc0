package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import ua.stezhka.platform.Picture;
import ua.stezhka.platform.Pictures;
import ua.stezhka.question.PictureSpots;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.QuestionView.Option;
import ua.stezhka.question.QuestionView.Pair;
import ua.stezhka.styleguide.QuestionSamples.State;

/** Things to put into groups, and places to point at. */
final class SortingSamples {
    private static final String RIGHT = "right";
    private static final String AGAIN = "again";
    private static final String WINDOW = "<rect class=\"f-mint\" width=\"320\" height=\"200\"></rect>"
            + "<rect class=\"f-card s-ink w-2\" x=\"10\" y=\"10\" width=\"300\" height=\"180\" rx=\"14\"></rect>"
            + "<path class=\"f-none s-ink w-2 round\" d=\"M120 50H280M60 120H130\"></path>"
            + "<circle class=\"f-amber s-ink w-2\" cx=\"230\" cy=\"130\" r=\"22\"></circle>";

    private SortingSamples() {}

    static QuestionView categorise(State state) {
        List<String> groups = List.of("Можна сказати", "Не кажемо нікому");
        List<String> items = List.of("Номер картки", "Код із повідомлення", "Три цифри зі звороту картки", "Своє ім’я");
        List<Integer> right = List.of(0, 1, 1, 0);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean again = state == State.AGAIN && i > 1;
            List<Option> sides = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                boolean chosen = state.answered() && group == (again ? 1 - right.get(i) : right.get(i));
                sides.add(QuestionSamples.option(String.valueOf(group + 1), groups.get(group), chosen, "", null));
            }
            String verdict = state == State.AGAIN ? again ? AGAIN : RIGHT : state.verdict();
            pairs.add(new Pair(String.valueOf(i + 1), items.get(i), sides, verdict));
        }
        String prompt = "Що можна сказати покупцеві?";
        return QuestionSamples.question("categorise", state, prompt, List.of(), pairs, List.of(), List.of(), "", "");
    }

    static QuestionView hotspot(State state) {
        boolean again = state == State.AGAIN;
        boolean right = state.answered() && !again;
        List<Option> options = List.of(
                QuestionSamples.option("1", "Рядок угорі", right, state.verdict(), null),
                QuestionSamples.option("2", "Напис ліворуч", false, "", null),
                QuestionSamples.option("3", "Кружечок", again, AGAIN, "Такий кружечок може намалювати кожен."));
        PictureSpots spots = new PictureSpots(
                "0 0 320 200",
                1,
                List.of(
                        spot("1", "M24 22H296V78H24Z", "24 22", right),
                        spot("2", "M24 92H160V160H24Z", "24 92", false),
                        spot("3", "M190 130A40 40 0 0 1 270 130A40 40 0 0 1 190 130Z", "190 90", again)));
        return new QuestionView(
                "q",
                "hotspot",
                "uk",
                new RawString("Яке місце покаже, чия це сторінка?"),
                new RawString(Pictures.figure(new Picture("0 0 320 200", WINDOW), "Сторінка в браузері.")),
                options,
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                null,
                state == State.UNKNOWN,
                state == State.LOCKED,
                state.verdict(),
                false,
                spots,
                null);
    }

    private static PictureSpots.Spot spot(String token, String outline, String corner, boolean chosen) {
        return new PictureSpots.Spot(token, outline, "translate(" + corner + ") scale(1)", chosen);
    }
}
