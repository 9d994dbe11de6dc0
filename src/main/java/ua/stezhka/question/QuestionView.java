package ua.stezhka.question;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Texts;

/**
 * A question as a page shows it; the fragment {@code question/_question} draws it. All parts are named by tokens.
 *
 * @param id      prefix of element ids
 * @param lang    language of the content
 * @param work    what is asked for when people mark the answer, else null
 * @param unknown «Не знаю» is chosen
 * @param locked  answered rightly: nothing can be changed any more
 * @param verdict empty, {@code right} or {@code again}
 * @param whole   only the whole answer counts, which is said beside the question
 * @param spots   the places on the picture, of a question about places
 * @param rehearsal where a rehearsal stands, null for other types
 */
public record QuestionView(
        String id,
        String type,
        String lang,
        RawString prompt,
        @Nullable RawString picture,
        List<Option> options,
        List<Pair> pairs,
        List<Item> items,
        List<Piece> pieces,
        String text,
        String unit,
        @Nullable WorkView work,
        boolean unknown,
        boolean locked,
        String verdict,
        boolean whole,
        @Nullable PictureSpots spots,
        @Nullable RehearsalView rehearsal) {
    private static final Pattern GAP = Pattern.compile("\\{\\{([A-Za-z0-9-]+)}}");

    /** Something to choose. */
    public record Option(
            String token,
            String label,
            boolean chosen,
            String verdict,
            @Nullable RawString note) {}

    /** A left side and the right sides to choose from; or an item and the groups to put it into. */
    public record Pair(String token, String label, List<Option> sides, String verdict) {}

    /** An item at its present place, 1-based. */
    public record Item(String token, String label, int place, List<Integer> places) {}

    /** A part of a text with gaps: either HTML or a gap. */
    public record Piece(@Nullable RawString html, @Nullable GapField gap) {}

    /** A gap: chosen when there are options, else typed. */
    public record GapField(String token, List<Option> options, String text) {}

    public boolean isRight() {
        return verdict.equals(Marks.RIGHT);
    }

    /** The name of the inputs of a choice. */
    public String field() {
        return switch (type) {
            case "multiple-choice" -> "options";
            case "hotspot" -> "regions";
            case "true-false" -> "value";
            default -> "option";
        };
    }

    /** What the script puts a moved item in the place of. */
    public String itemMark() {
        return "{item}";
    }

    /** What the script puts the item’s new place in the place of. */
    public String placeMark() {
        return "{place}";
    }

    /** What the script puts the number of items in the place of. */
    public String countMark() {
        return "{count}";
    }

    /** Whether it is a statement to agree with or not. */
    public boolean truth() {
        return type.equals("true-false");
    }

    public boolean multiple() {
        return type.equals("multiple-choice") || spots != null && spots.choose() > 1;
    }

    /** Whether things are put into groups. */
    public boolean grouped() {
        return type.equals("categorise");
    }

    public boolean number() {
        return type.equals("number");
    }

    /** Whether it is answered by typing one text. */
    public boolean typed() {
        return number() || type.equals("short-text");
    }

    /** Draws a question; with {@link Marks#NONE} nothing tells the key. */
    public static QuestionView of(
            String id, QuestionFace face, Arrangement shown, @Nullable Given given, Marks marks, Locale locale) {
        return new Drawing(id, face, shown, given, marks, locale).draw();
    }

    private record Drawing(
            String id,
            QuestionFace face,
            Arrangement shown,
            @Nullable Given given,
            Marks marks,
            Locale locale) {

        QuestionView draw() {
            return new QuestionView(
                    id,
                    face.type(),
                    face.prompt().languageIn(locale),
                    new RawString(face.prompt().in(locale)),
                    face.picture() == null ? null : new RawString(face.picture().in(locale)),
                    options(),
                    pairs(),
                    items(),
                    pieces(),
                    Answers.typed(answer()),
                    face.body() instanceof QuestionBody.NumberEntry number && number.unit() != null
                            ? number.unit().in(locale)
                            : "",
                    WorkView.of(face.body(), Answers.typed(answer()), locale),
                    given != null && given.state() == ResponseState.UNKNOWN,
                    marks.whole().equals(Marks.RIGHT),
                    marks.whole(),
                    face.body() instanceof QuestionBody.MultipleChoice many && many.whole(),
                    face.body() instanceof QuestionBody.Hotspot hotspot
                            ? PictureSpots.of(hotspot, shown, answer())
                            : null,
                    RehearsalDrawing.of(face, shown, answer(), marks, locale));
        }

        private @Nullable Answer answer() {
            return given == null ? null : given.answer();
        }

        private List<Option> options() {
            return switch (face.body()) {
                case QuestionBody.SingleChoice b ->
                    options(
                            Arrangement.OPTIONS,
                            b.options(),
                            answer() instanceof Answer.SingleChoice a ? List.of(a.option()) : List.of());
                case QuestionBody.MultipleChoice b ->
                    options(
                            Arrangement.OPTIONS,
                            b.options(),
                            answer() instanceof Answer.MultipleChoice a ? List.copyOf(a.options()) : List.of());
                case QuestionBody.TrueFalse b -> List.of(truth(true), truth(false));
                case QuestionBody.Hotspot b ->
                    options(Arrangement.OPTIONS, b.choices(), PictureSpots.pointed(answer()));
                default -> List.of();
            };
        }

        private Option truth(boolean value) {
            boolean chosen = answer() instanceof Answer.TrueFalse a && a.value() == value;
            String token = Boolean.toString(value);
            return new Option(token, Texts.get(locale, value ? "quiz.true" : "quiz.false"), chosen, mark(token), null);
        }

        private List<Option> options(String list, List<Choice> choices, List<String> chosen) {
            List<Option> options = new ArrayList<>();
            for (String choice : shown.order(list)) {
                String token = Integer.toString(options.size() + 1);
                String note = marks.notes().get(token);
                options.add(new Option(
                        token,
                        label(choices, choice),
                        chosen.contains(token),
                        list.equals(Arrangement.OPTIONS) ? mark(token) : "",
                        note == null ? null : new RawString(QuestionFace.withoutParagraph(note))));
            }
            return options;
        }

        private String mark(String token) {
            return marks.parts().getOrDefault(token, "");
        }

        private List<Pair> pairs() {
            return switch (face.body()) {
                case QuestionBody.Matching b ->
                    pairs(
                            Arrangement.LEFT,
                            b.left(),
                            Arrangement.RIGHT,
                            b.right(),
                            answer() instanceof Answer.Matching a ? a.pairs() : Map.of());
                case QuestionBody.Categorise b ->
                    pairs(
                            Arrangement.ITEMS,
                            b.items(),
                            Arrangement.CATEGORIES,
                            b.categories(),
                            answer() instanceof Answer.Categorise a ? a.groups() : Map.of());
                default -> List.of();
            };
        }

        private List<Pair> pairs(
                String list, List<Choice> left, String sides, List<Choice> right, Map<String, String> chosen) {
            List<Pair> pairs = new ArrayList<>();
            for (String id : shown.order(list)) {
                String token = Integer.toString(pairs.size() + 1);
                List<String> side = chosen.containsKey(token) ? List.of(chosen.get(token)) : List.of();
                pairs.add(new Pair(token, label(left, id), options(sides, right, side), mark(token)));
            }
            return pairs;
        }

        private List<Item> items() {
            if (!(face.body() instanceof QuestionBody.Ordering body)) {
                return List.of();
            }
            List<String> ids = shown.order(Arrangement.ITEMS);
            List<Integer> places = IntStream.rangeClosed(1, ids.size()).boxed().toList();
            List<Item> items = new ArrayList<>();
            for (String token : lastOrder(shown, given)) {
                String item = ids.get(Integer.parseInt(token) - 1);
                items.add(new Item(token, label(body.items(), item), items.size() + 1, places));
            }
            return items;
        }

        private List<Piece> pieces() {
            if (!(face.body() instanceof QuestionBody.Gaps body)) {
                return List.of();
            }
            Map<String, String> filled = answer() instanceof Answer.Gaps a ? a.gaps() : Map.of();
            List<Piece> pieces = new ArrayList<>();
            String html = body.text().in(locale);
            Matcher gap = GAP.matcher(html);
            int from = 0;
            while (gap.find()) {
                pieces.add(new Piece(new RawString(html.substring(from, gap.start())), null));
                pieces.add(new Piece(null, gap(body, gap.group(1), filled)));
                from = gap.end();
            }
            pieces.add(new Piece(new RawString(html.substring(from)), null));
            return pieces;
        }

        private GapField gap(QuestionBody.Gaps body, String name, Map<String, String> filled) {
            String token = shown.token(Arrangement.GAPS, name);
            String text = filled.getOrDefault(token, "");
            List<Choice> choices = body.gaps().stream()
                    .filter(gap -> gap.id().equals(name))
                    .flatMap(gap -> gap.options().stream())
                    .toList();
            return new GapField(token, options(Arrangement.optionsOf(name), choices, List.of(text)), text);
        }

        private String label(List<Choice> choices, String id) {
            return choices.stream()
                    .filter(choice -> choice.id().equals(id))
                    .map(Choice::text)
                    .findFirst()
                    .orElse(new LocalText("", null))
                    .in(locale);
        }
    }

    /** The order in which an ordering stands now, in tokens. */
    public static List<String> lastOrder(Arrangement shown, @Nullable Given given) {
        return given != null && given.answer() instanceof Answer.Ordering a
                ? a.order()
                : Answers.tokens(shown.order(Arrangement.ITEMS).size());
    }
}
