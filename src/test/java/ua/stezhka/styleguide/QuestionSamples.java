package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.QuestionView.GapField;
import ua.stezhka.question.QuestionView.Item;
import ua.stezhka.question.QuestionView.Option;
import ua.stezhka.question.QuestionView.Pair;
import ua.stezhka.question.QuestionView.Piece;
import ua.stezhka.question.WorkView;

/** A question of each type, in a state. */
final class QuestionSamples {
    static final List<String> TYPES = List.of(
            "single-choice",
            "multiple-choice",
            "true-false",
            "short-text",
            "number",
            "matching",
            "ordering",
            "gaps",
            "categorise",
            "hotspot",
            "free-text",
            "file");
    private static final String RIGHT = "right";
    private static final String AGAIN = "again";

    /** How far a question is. */
    enum State {
        FRESH("Ще без відповіді"),
        ANSWERED("З відповіддю"),
        UNKNOWN("«Не знаю»"),
        AGAIN("Після перевірки: подивіться ще раз"),
        LOCKED("Правильно, більше не змінюється");

        final String words;

        State(String words) {
            this.words = words;
        }

        boolean answered() {
            return this == ANSWERED || this == AGAIN || this == LOCKED;
        }

        String verdict() {
            return this == AGAIN ? QuestionSamples.AGAIN : this == LOCKED ? RIGHT : "";
        }
    }

    private QuestionSamples() {}

    static QuestionView of(String type, State state) {
        return switch (type) {
            case "single-choice" ->
                choice(type, state, "Телефонують «із банку» і просять код. Що зробите?", single(state));
            case "multiple-choice" ->
                choice(type, state, "Що не кажуть телефоном нікому? Позначте все, що підходить.", multiple(state));
            case "true-false" -> choice(type, state, "Працівник банку може спитати код із повідомлення.", truth(state));
            case "short-text" ->
                typed(
                        type,
                        state,
                        "Яким словом називають листи, що виманюють паролі?",
                        word(state, "фішинг", "спам"),
                        "");
            case "number" ->
                typed(type, state, "Скільки цифр у коді на звороті картки?", word(state, "3", "4"), "цифри");
            case "matching" -> matching(state);
            case "ordering" -> ordering(state);
            case "categorise" -> SortingSamples.categorise(state);
            case "hotspot" -> SortingSamples.hotspot(state);
            case "free-text" ->
                typed(
                        type,
                        state,
                        "Напишіть до підтримки банку: що не працює і що ви вже пробували.",
                        state.answered() ? "Добрий день! Не можу ввійти в застосунок, пароль уже змінював." : "",
                        "");
            case "file" -> typed(type, state, "Надішліть знімок екрана з налаштуваннями.", "", "");
            default -> gaps(state);
        };
    }

    private static String word(State state, String right, String other) {
        return state.answered() ? state == State.AGAIN ? other : right : "";
    }

    static Option option(String token, String label, boolean chosen, String verdict, @Nullable String note) {
        return new Option(token, label, chosen, chosen ? verdict : "", note == null ? null : new RawString(note));
    }

    private static List<Option> single(State state) {
        boolean again = state == State.AGAIN;
        return List.of(
                option("1", "Назву код: це ж банк", again, AGAIN, "Справжній банк коду не питає."),
                option(
                        "2",
                        "Покладу слухавку й подзвоню за номером на картці",
                        state.answered() && !again,
                        state.verdict(),
                        null),
                option("3", "Попрошу передзвонити пізніше", false, "", null));
    }

    private static List<Option> multiple(State state) {
        boolean again = state == State.AGAIN;
        String right = again ? RIGHT : state.verdict();
        return List.of(
                option("1", "Код із повідомлення", state.answered(), right, null),
                option("2", "Три цифри на звороті картки", state.answered(), right, null),
                option("3", "Як вас звати", again, AGAIN, "Саме ім’я не відкриє доступу до грошей."),
                option("4", "Пароль від застосунку банку", state.answered() && !again, right, null));
    }

    private static List<Option> truth(State state) {
        boolean again = state == State.AGAIN;
        return List.of(
                option("true", "Так", again, AGAIN, null),
                option("false", "Ні", state.answered() && !again, state.verdict(), null));
    }

    private static QuestionView choice(String type, State state, String prompt, List<Option> options) {
        return question(type, state, prompt, options, List.of(), List.of(), List.of(), "", "");
    }

    private static QuestionView typed(String type, State state, String prompt, String text, String unit) {
        return question(type, state, prompt, List.of(), List.of(), List.of(), List.of(), text, unit);
    }

    private static QuestionView matching(State state) {
        List<String> left = List.of("«Служба безпеки» у слухавці", "Ваш справжній банк", "Поліція");
        List<String> right = List.of("Код із повідомлення", "Чи це ви робили платіж", "Коли й що сталося");
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            boolean again = state == State.AGAIN && i > 0;
            int chosen = again ? left.size() - i : i;
            List<Option> sides = new ArrayList<>();
            for (int j = 0; j < right.size(); j++) {
                sides.add(option(String.valueOf(j + 1), right.get(j), state.answered() && j == chosen, "", null));
            }
            String verdict = state == State.AGAIN && !again ? RIGHT : state.verdict();
            pairs.add(new Pair(String.valueOf(i + 1), left.get(i), sides, verdict));
        }
        return question(
                "matching", state, "Хто про що питає? Доберіть пару.", List.of(), pairs, List.of(), List.of(), "", "");
    }

    private static QuestionView ordering(State state) {
        List<String> words = new ArrayList<>(List.of(
                "Покласти слухавку",
                "Спокійно видихнути",
                "Зателефонувати в банк за номером на картці",
                "Розповісти рідним"));
        if (state != State.LOCKED) {
            words.add(0, words.removeLast());
        }
        List<Integer> places = IntStream.rangeClosed(1, words.size()).boxed().toList();
        List<Item> items = places.stream()
                .map(n -> new Item("" + n, words.get(n - 1), n, places))
                .toList();
        return question(
                "ordering",
                state,
                "Вас налякав дзвінок «із банку». Що за чим зробити?",
                List.of(),
                List.of(),
                items,
                List.of(),
                "",
                "");
    }

    private static QuestionView gaps(State state) {
        int chosen = state.answered() ? state == State.AGAIN ? 2 : 1 : 0;
        List<Option> options =
                List.of(option("1", "картці", chosen == 1, "", null), option("2", "чеку", chosen == 2, "", null));
        List<Piece> pieces = List.of(
                new Piece(new RawString("Я телефоную в банк за номером на "), null),
                new Piece(null, new GapField("1", options, "")),
                new Piece(new RawString(" і нікому не називаю "), null),
                new Piece(null, new GapField("2", List.of(), word(state, "код", "ім’я"))),
                new Piece(new RawString(" із повідомлення."), null));
        return question("gaps", state, "Допишіть правило.", List.of(), List.of(), List.of(), pieces, "", "");
    }

    static QuestionView question(
            String type,
            State state,
            String prompt,
            List<Option> options,
            List<Pair> pairs,
            List<Item> items,
            List<Piece> pieces,
            String text,
            String unit) {
        return new QuestionView(
                "q",
                type,
                "uk",
                new RawString(prompt),
                null,
                options,
                pairs,
                items,
                pieces,
                text,
                unit,
                work(type, text),
                state == State.UNKNOWN,
                state == State.LOCKED,
                state.verdict(),
                false,
                null,
                null);
    }

    private static @Nullable WorkView work(String type, String text) {
        return switch (type) {
            case "free-text" -> new WorkView(false, 20, 80, "", List.of(), text.isEmpty() ? 0 : 9);
            case "file" -> new WorkView(true, 0, 1, "image/png", List.of("фото чи знімок екрана", "PDF"), 0);
            default -> null;
        };
    }
}
