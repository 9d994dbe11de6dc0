package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.platform.Pictures;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Choice;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.FileKind;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;

/** Puts a question of the bank, which keeps all rules, together to what is published: what is shown, and apart from it the key. */
final class QuestionAssembly {
    private final JsonNode node;
    private final String course;
    private final Map<String, Picture> pictures;

    private QuestionAssembly(JsonNode node, String course, Map<String, Picture> pictures) {
        this.node = node;
        this.course = course;
        this.pictures = pictures;
    }

    /** The stable id of a question. */
    static UUID idOf(String course, String question) {
        return Ids.named("course/" + course + "/question/" + question);
    }

    static QuestionDraft draft(CourseFolder course, BankQuestion question) {
        QuestionAssembly assembly = new QuestionAssembly(question.node(), course.id(), course.pictures());
        return assembly.draft(Json.hash(assembly.draft("")));
    }

    private QuestionDraft draft(String hash) {
        String id = node.path("id").asText();
        return new QuestionDraft(
                idOf(course, id),
                id,
                Courses.idOf(course),
                ContentText.html(node.path("prompt")),
                picture(),
                body(),
                key(),
                new Explanation(
                        ContentText.html(node.path("feedback")), notes(), ContentText.optionalHtml(node.path("hint"))),
                node.path("competence").asText(),
                node.path("level").asText(),
                textOf("difficulty"),
                textOf("source"),
                hash);
    }

    private @Nullable String textOf(String key) {
        return node.has(key) ? node.path(key).asText() : null;
    }

    private @Nullable LocalText picture() {
        Picture picture = pictures.get(node.path("picture").asText());
        if (picture == null) {
            return null;
        }
        LocalText alt = ContentText.of(node.path("picture_alt"));
        return new LocalText(
                Pictures.figure(picture, alt.uk()), alt.en() == null ? null : Pictures.figure(picture, alt.en()));
    }

    private Map<String, LocalText> notes() {
        Map<String, LocalText> notes = new TreeMap<>();
        for (String list : List.of("options", "regions")) {
            for (JsonNode option : node.path(list)) {
                if (option.has("feedback")) {
                    notes.put(id(option), ContentText.html(option.path("feedback")));
                }
            }
        }
        notes.putAll(rehearsal().notes());
        return notes;
    }

    private RehearsalAssembly rehearsal() {
        return new RehearsalAssembly(node, pictures);
    }

    private QuestionBody body() {
        return switch (node.path("type").asText()) {
            case "single-choice" ->
                new QuestionBody.SingleChoice(
                        choices(node.path("options"), "text"),
                        node.path("shuffle").asBoolean(true));
            case "multiple-choice" -> new QuestionBody.MultipleChoice(choices(node.path("options"), "text"), whole());
            case "true-false" -> new QuestionBody.TrueFalse();
            case "short-text" -> new QuestionBody.ShortText();
            case "number" -> new QuestionBody.NumberEntry(ContentText.optional(node.path("unit")));
            case "matching" -> new QuestionBody.Matching(choices(node.path("pairs"), "left"), rightSides());
            case "ordering" -> new QuestionBody.Ordering(choices(node.path("items"), "text"));
            case "gaps" -> new QuestionBody.Gaps(ContentText.html(node.path("text")), gaps());
            case "rehearsal" -> rehearsal().body();
            case "categorise" ->
                new QuestionBody.Categorise(
                        choices(node.path("categories"), "text"), choices(node.path("items"), "text"));
            case "hotspot" ->
                new QuestionBody.Hotspot(
                        Objects.requireNonNull(pictures.get(node.path("picture").asText()))
                                .viewBox(),
                        regions(),
                        node.path("choose").asInt(1));
            case "free-text" ->
                new QuestionBody.FreeText(
                        node.path("words").path("least").asInt(),
                        node.path("words").path("most").asInt());
            case "file" ->
                new QuestionBody.FileWork(
                        node.path("kinds")
                                .valueStream()
                                .map(kind -> FileKind.of(kind.asText()))
                                .toList(),
                        node.path("files").asInt(1));
            default -> throw new IllegalStateException("the schema knows no type " + node.path("type"));
        };
    }

    private List<Choice> rightSides() {
        List<Choice> sides = new ArrayList<>(choices(node.path("pairs"), "right"));
        sides.addAll(choices(node.path("extras"), "text"));
        return sides;
    }

    private List<QuestionBody.Gap> gaps() {
        return node.path("gaps")
                .valueStream()
                .map(gap -> new QuestionBody.Gap(id(gap), choices(gap.path("options"), "text")))
                .toList();
    }

    private static List<Choice> choices(JsonNode list, String text) {
        return list.valueStream()
                .map(entry -> new Choice(id(entry), ContentText.of(entry.path(text))))
                .toList();
    }

    private AnswerKey key() {
        return switch (node.path("type").asText()) {
            case "single-choice" -> new AnswerKey.SingleChoice(right(node.path("options")));
            case "multiple-choice" ->
                new AnswerKey.MultipleChoice(
                        ids("options", option -> option.has("right")),
                        ids("options", option -> !option.has("right")),
                        whole());
            case "true-false" -> new AnswerKey.TrueFalse(node.path("right").asBoolean());
            case "short-text" -> new AnswerKey.ShortText(TypedWordings.of(node));
            case "number" ->
                new AnswerKey.NumberEntry(node.path("answer").decimalValue(), tolerance(), TypedWordings.units(node));
            case "matching" -> new AnswerKey.Matching(pairs());
            case "ordering" ->
                new AnswerKey.Ordering(node.path("items")
                        .valueStream()
                        .map(QuestionAssembly::id)
                        .toList());
            case "gaps" -> new AnswerKey.Gaps(fillings());
            case "rehearsal" -> rehearsal().key();
            case "categorise" -> new AnswerKey.Categorise(groups());
            case "hotspot" ->
                new AnswerKey.Hotspot(
                        ids("regions", region -> region.has("right")), ids("regions", region -> !region.has("right")));
            case "free-text" -> new AnswerKey.FreeText(criteria(), ContentText.of(node.path("model")));
            case "file" -> new AnswerKey.FileWork(criteria(), ContentText.of(node.path("model")));
            default -> throw new IllegalStateException("the schema knows no type " + node.path("type"));
        };
    }

    private List<AnswerKey.Criterion> criteria() {
        return node.path("criteria")
                .valueStream()
                .map(criterion -> new AnswerKey.Criterion(
                        id(criterion),
                        ContentText.of(criterion.path("text")),
                        criterion.path("points").asInt()))
                .toList();
    }

    private BigDecimal tolerance() {
        return node.has("tolerance") ? node.path("tolerance").decimalValue() : BigDecimal.ZERO;
    }

    private boolean whole() {
        return node.path("marking").asText().equals("all-or-nothing");
    }

    private List<QuestionBody.Region> regions() {
        return node.path("regions").valueStream().map(QuestionAssembly::region).toList();
    }

    private static QuestionBody.Region region(JsonNode region) {
        RegionShape shape = RegionShape.of(region);
        return new QuestionBody.Region(
                id(region), ContentText.of(region.path("text")), shape.outline(), shape.left(), shape.top());
    }

    private Map<String, String> groups() {
        Map<String, String> groups = new TreeMap<>();
        node.path("items").forEach(item -> groups.put(id(item), item.path("in").asText()));
        return groups;
    }

    private Set<String> ids(String list, Predicate<JsonNode> condition) {
        Set<String> ids = new TreeSet<>();
        node.path(list)
                .valueStream()
                .filter(condition)
                .map(QuestionAssembly::id)
                .forEach(ids::add);
        return ids;
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new TreeMap<>();
        node.path("pairs").forEach(pair -> pairs.put(id(pair), id(pair)));
        return pairs;
    }

    private Map<String, AnswerKey.Filling> fillings() {
        Map<String, AnswerKey.Filling> fillings = new LinkedHashMap<>();
        node.path("gaps")
                .forEach(gap -> fillings.put(
                        id(gap),
                        gap.has("accept")
                                ? new AnswerKey.Typed(TypedWordings.ofGap(node, gap))
                                : new AnswerKey.Chosen(right(gap.path("options")))));
        return fillings;
    }

    private static String right(JsonNode options) {
        return options.valueStream()
                .filter(option -> option.has("right"))
                .map(QuestionAssembly::id)
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode entry) {
        return entry.path("id").asText();
    }
}
