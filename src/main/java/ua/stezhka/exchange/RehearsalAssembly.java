package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Choice;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.RehearsalScreen;
import ua.stezhka.question.ScreenPart;

/** Puts a rehearsal together: its screens and steps, apart from them what to press, and what is said at each press. */
record RehearsalAssembly(JsonNode question, Map<String, Picture> pictures) {
    QuestionBody.Rehearsal body() {
        return new QuestionBody.Rehearsal(
                question.path("screens").valueStream().map(this::screen).toList(),
                question.path("steps")
                        .valueStream()
                        .map(step -> new QuestionBody.Step(
                                id(step), step.path("screen").asText(), ContentText.of(step.path("task"))))
                        .toList());
    }

    AnswerKey.Rehearsal key() {
        return new AnswerKey.Rehearsal(question.path("steps")
                .valueStream()
                .map(step -> new AnswerKey.RightPress(
                        id(step), step.path("right").asText(), step.has("accept") ? TypedWordings.plain(step) : null))
                .toList());
    }

    /** What is said after a step, and what a part says of itself. */
    Map<String, LocalText> notes() {
        Map<String, LocalText> notes = new TreeMap<>();
        for (JsonNode step : question.path("steps")) {
            if (step.has("after")) {
                notes.put(Explanation.afterStep(id(step)), ContentText.html(step.path("after")));
            }
        }
        for (JsonNode screen : question.path("screens")) {
            for (JsonNode part : screen.path("parts")) {
                note(notes, screen, part);
                part.path("list").forEach(row -> note(notes, screen, row));
                part.path("regions").forEach(region -> note(notes, screen, region));
            }
        }
        return notes;
    }

    private static void note(Map<String, LocalText> notes, JsonNode screen, JsonNode part) {
        if (!part.has("why")) {
            return;
        }
        LocalText why = ContentText.html(part.path("why"));
        if (part.has("keypad")) {
            new ScreenPart.Keypad(id(part))
                    .targets()
                    .forEach(key -> notes.put(Explanation.ofPart(id(screen), key.id()), why));
        } else {
            notes.put(Explanation.ofPart(id(screen), id(part)), why);
        }
    }

    private RehearsalScreen screen(JsonNode screen) {
        return new RehearsalScreen(
                id(screen),
                screen.path("frame").asText().equals("phone")
                        ? RehearsalScreen.Frame.PHONE
                        : RehearsalScreen.Frame.BROWSER,
                ContentText.of(screen.path("title")),
                screen.path("parts").valueStream().map(this::part).toList());
    }

    private ScreenPart part(JsonNode part) {
        String kind =
                RehearsalRules.KINDS.stream().filter(part::has).findFirst().orElseThrow();
        LocalText text = ContentText.of(part.path(kind));
        return switch (kind) {
            case "heading" -> new ScreenPart.Heading(text);
            case "text" -> new ScreenPart.Words(text);
            case "notice" -> new ScreenPart.Notice(text);
            case "message" -> new ScreenPart.Message(text);
            case "button" -> new ScreenPart.Button(id(part), text);
            case "link" -> new ScreenPart.Link(id(part), text);
            case "switch" ->
                new ScreenPart.Switch(id(part), text, part.path("on").asBoolean());
            case "field" -> new ScreenPart.Field(id(part), text);
            case "list" ->
                new ScreenPart.Items(part.path("list")
                        .valueStream()
                        .map(row -> new Choice(id(row), ContentText.of(row.path("text"))))
                        .toList());
            case "keypad" -> new ScreenPart.Keypad(id(part));
            default -> drawing(part);
        };
    }

    private ScreenPart.Drawing drawing(JsonNode part) {
        @Nullable Picture picture = pictures.get(part.path("picture").asText());
        List<ScreenPart.Region> regions = part.path("regions")
                .valueStream()
                .map(RehearsalAssembly::region)
                .toList();
        // A picture that is not there is told by CourseRules; nothing is published then.
        Picture known = Objects.requireNonNullElseGet(picture, () -> new Picture("0 0 1 1", ""));
        return new ScreenPart.Drawing(known.viewBox(), known.body(), ContentText.of(part.path("alt")), regions);
    }

    private static ScreenPart.Region region(JsonNode region) {
        JsonNode at = region.path("at");
        return new ScreenPart.Region(
                id(region),
                ContentText.of(region.path("text")),
                at.path(0).asInt(),
                at.path(1).asInt(),
                at.path(2).asInt(),
                at.path(3).asInt());
    }

    private static String id(JsonNode entry) {
        return entry.path("id").asText();
    }
}
