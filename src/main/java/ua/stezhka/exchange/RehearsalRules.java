package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.question.Choice;
import ua.stezhka.question.ScreenPart;

/** What a rehearsal needs: screens of known parts that can be told apart, and steps whose right press is there. */
final class RehearsalRules {
    /** The kinds of parts; each part has the key of one. */
    static final List<String> KINDS = List.of(
            "heading", "text", "notice", "message", "button", "link", "switch", "field", "list", "keypad", "picture");

    private static final Set<String> PRESSED = Set.of("button", "link", "switch", "field", "keypad");
    private static final Map<String, Set<String>> BESIDE =
            Map.of("switch", Set.of("on"), "picture", Set.of("alt", "regions"));
    private static final int MOST_TARGETS = 40;

    private final BankQuestion question;
    private final InFile findings;
    /** Screen → part → whether something is typed there. */
    private final Map<String, Map<String, Boolean>> screens = new LinkedHashMap<>();

    private RehearsalRules(BankQuestion question, InFile findings) {
        this.question = question;
        this.findings = findings;
    }

    static void check(BankQuestion question, InFile findings) {
        RehearsalRules rules = new RehearsalRules(question, findings);
        JsonNode node = question.node();
        for (int i = 0; i < node.path("screens").size(); i++) {
            rules.screen(node.path("screens").get(i), "/screens/" + i);
        }
        rules.steps();
    }

    private void screen(JsonNode screen, String where) {
        Map<String, Boolean> targets = new LinkedHashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < screen.path("parts").size(); i++) {
            String place = where + "/parts/" + i;
            JsonNode part = screen.path("parts").get(i);
            shape(part, place);
            if (part.has("keypad")) {
                keys(part).forEach(key -> target(key.id(), key.text().uk(), false, place, targets, texts));
            } else if (part.has("id")) {
                String text = PRESSED.stream()
                        .filter(part::has)
                        .map(part::path)
                        .findFirst()
                        .orElse(part)
                        .path("uk")
                        .asText();
                target(part.path("id").asText(), text, part.has("field"), place, targets, texts);
            }
            targets(part.path("list"), place + "/list", targets, texts);
            targets(part.path("regions"), place + "/regions", targets, texts);
        }
        if (targets.size() < 2 || targets.size() > MOST_TARGETS) {
            findings.error(
                    question.line(where),
                    "the screen has " + targets.size() + " things to press",
                    "give it two to " + MOST_TARGETS + ": a step is a choice");
        }
        if (screens.put(screen.path("id").asText(), targets) != null) {
            findings.error(
                    question.line(where),
                    "the screen " + screen.path("id").asText() + " stands twice",
                    "change one id");
        }
    }

    private void targets(JsonNode list, String where, Map<String, Boolean> targets, Map<String, String> texts) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            target(
                    entry.path("id").asText(),
                    entry.path("text").path("uk").asText(),
                    false,
                    where + "/" + i,
                    targets,
                    texts);
        }
    }

    private void target(
            String id,
            String text,
            boolean typed,
            String where,
            Map<String, Boolean> targets,
            Map<String, String> texts) {
        if (targets.put(id, typed) != null) {
            findings.error(question.line(where), "the part " + id + " stands twice on its screen", "change one id");
        }
        if (texts.put(text, id) != null) {
            findings.error(
                    question.line(where),
                    "«" + text + "» stands twice on its screen",
                    "people who listen cannot tell them apart: change one");
        }
    }

    private static List<Choice> keys(JsonNode part) {
        return new ScreenPart.Keypad(part.path("id").asText()).targets();
    }

    /** One kind, with the keys that belong to it and no others. */
    private void shape(JsonNode part, String where) {
        List<String> kinds = KINDS.stream().filter(part::has).toList();
        if (kinds.size() != 1) {
            findings.error(
                    question.line(where),
                    kinds.isEmpty()
                            ? "the part is of no kind"
                            : "the part is " + String.join(" and ", kinds) + " at once",
                    "give it one of " + String.join(", ", KINDS));
            return;
        }
        String kind = kinds.getFirst();
        Set<String> fitting = new TreeSet<>(BESIDE.getOrDefault(kind, Set.of()));
        fitting.add(kind);
        if (PRESSED.contains(kind)) {
            fitting.addAll(Set.of("id", "why"));
            if (!part.has("id")) {
                findings.error(question.line(where), "a " + kind + " lacks `id`", "add `id: …`");
            }
        }
        part.fieldNames().forEachRemaining(key -> {
            if (!fitting.contains(key)) {
                findings.error(question.line(where + "/" + key), "a " + kind + " has no `" + key + "`", "remove it");
            }
        });
        if (kind.equals("picture") && !(part.has("alt") && part.has("regions"))) {
            findings.error(question.line(where), "a picture lacks `alt` or `regions`", "add both");
        }
    }

    private void steps() {
        Set<String> ids = new HashSet<>();
        Set<String> used = new HashSet<>();
        JsonNode steps = question.node().path("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            String where = "/steps/" + i;
            if (!ids.add(step.path("id").asText())) {
                findings.error(
                        question.line(where),
                        "the step " + step.path("id").asText() + " stands twice",
                        "change one id");
            }
            used.add(step.path("screen").asText());
            step(step, where);
        }
        screens.keySet().stream()
                .filter(screen -> !used.contains(screen))
                .forEach(screen -> findings.warning(
                        question.line("/screens"), "no step is done on the screen " + screen, "remove it"));
    }

    private void step(JsonNode step, String where) {
        Map<String, Boolean> targets = screens.get(step.path("screen").asText());
        if (targets == null) {
            findings.error(
                    question.line(where + "/screen"),
                    "there is no screen " + step.path("screen").asText(),
                    "write one of " + screens.keySet());
            return;
        }
        Boolean typed = targets.get(step.path("right").asText());
        if (typed == null) {
            findings.error(
                    question.line(where + "/right"),
                    "the screen " + step.path("screen").asText() + " has no part "
                            + step.path("right").asText(),
                    "write one of " + targets.keySet());
        } else if (typed != step.has("accept")) {
            findings.error(
                    question.line(where),
                    typed ? "a step with a field lacks `accept`" : "what is only pressed has no `accept`",
                    typed ? "add what may be typed there" : "remove it, or let the step be done in a field");
        } else if (typed) {
            told(step, where);
        }
    }

    /** Nobody types data of their own: the task says what to type. */
    private void told(JsonNode step, String where) {
        for (String language : List.of("uk", "en")) {
            String task = step.path("task").path(language).asText();
            boolean says = step.path("accept")
                    .path(language)
                    .valueStream()
                    .anyMatch(wording -> task.contains(wording.asText()));
            if (!task.isEmpty() && step.path("accept").has(language) && !says) {
                findings.error(
                        question.line(where + "/task"),
                        "the task does not say what to type",
                        "write one of the accepted wordings into it: nobody shall type data of their own");
            }
        }
    }
}
