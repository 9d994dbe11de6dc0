package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Markdown;

/** What each type of question needs beyond its shape: a right answer that exists and can be told from the others. */
final class QuestionRules {
    private static final int MOST_TO_ORDER = 6;
    private static final Pattern GAP = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Set<String> COMMON = Set.of(
            "id",
            "use",
            "type",
            "competence",
            "level",
            "prompt",
            "picture",
            "picture_alt",
            "feedback",
            "hint",
            "difficulty",
            "source");
    private static final Map<String, Set<String>> KEYS = Map.ofEntries(
            Map.entry("rehearsal", Set.of("screens", "steps")),
            Map.entry("single-choice", Set.of("options", "shuffle")),
            Map.entry("multiple-choice", Set.of("options", "marking")),
            Map.entry("true-false", Set.of("right")),
            Map.entry("short-text", Set.of("accept", "near", "wrong")),
            Map.entry("number", Set.of("answer", "tolerance", "unit", "units")),
            Map.entry("matching", Set.of("pairs", "extras")),
            Map.entry("ordering", Set.of("items")),
            Map.entry("gaps", Set.of("text", "gaps")),
            Map.entry("categorise", Set.of("categories", "items")),
            Map.entry("hotspot", Set.of("regions", "choose")),
            Map.entry("free-text", Set.of("words", "criteria", "model")),
            Map.entry("file", Set.of("kinds", "files", "criteria", "model")));

    private final BankQuestion question;
    private final JsonNode node;
    private final InFile findings;

    private QuestionRules(BankQuestion question, InFile findings) {
        this.question = question;
        this.node = question.node();
        this.findings = findings;
    }

    static void check(BankQuestion question, InFile findings) {
        new QuestionRules(question, findings).check();
    }

    private void check() {
        keys();
        List.of("prompt", "feedback", "hint", "text").forEach(this::markdown);
        if (node.has("hint") && question.isFor("final")) {
            findings.warning(question.line("/hint"), "a final question shows no hint", "remove `hint`");
        }
        switch (question.type()) {
            case "single-choice" -> options(1, 1);
            case "multiple-choice" -> options(1, node.path("options").size() - 1);
            case "matching" -> matching();
            case "ordering" -> ordering();
            case "gaps" -> gaps();
            case "rehearsal" -> RehearsalRules.check(question, findings);
            case "short-text" -> TypedRules.check(question, "", findings);
            case "number" -> units();
            case "categorise" -> categorise();
            case "hotspot" -> distinct("/regions", "text");
            case "free-text" -> {
                distinct("/criteria", "text");
                words();
            }
            case "file" -> distinct("/criteria", "text");
            default -> {}
        }
    }

    private void keys() {
        Set<String> fitting = KEYS.getOrDefault(question.type(), Set.of());
        node.fieldNames().forEachRemaining(key -> {
            if (!COMMON.contains(key) && !fitting.contains(key)) {
                findings.error(
                        question.line("/" + key),
                        "a question of the type " + question.type() + " has no `" + key + "`",
                        "remove it, or correct the type; beside the common keys it has " + new TreeSet<>(fitting));
            }
        });
    }

    private void markdown(String key) {
        node.path(key).properties().forEach(text -> {
            int line = question.line("/" + key + "/" + text.getKey());
            Markdown.parse(text.getValue().asText()).accept(new PartRules(findings, line - 1));
        });
    }

    private void options(int fewest, int most) {
        distinct("/options", "text");
        int right = right(node.path("options"));
        if (right < fewest || right > most) {
            findings.error(
                    question.line("/options"),
                    right + " options of " + question.id() + " are right",
                    fewest == most
                            ? "mark exactly one with right: true"
                            : "mark at least one with right: true, and leave at least one unmarked");
        }
        int place = 0;
        for (JsonNode option : node.path("options")) {
            if (option.has("right") && option.has("feedback") && question.type().equals("single-choice")) {
                findings.warning(
                        question.line("/options/" + place + "/feedback"),
                        "the right option has a feedback of its own",
                        "say it in the question’s feedback, which is shown after every answer");
            }
            place++;
        }
    }

    private static int right(JsonNode options) {
        int right = 0;
        for (JsonNode option : options) {
            right += option.path("right").asBoolean() ? 1 : 0;
        }
        return right;
    }

    private void matching() {
        distinct("/pairs", "left");
        distinct("/pairs", "right");
        Set<String> known = new HashSet<>();
        node.path("pairs").forEach(pair -> known.add(pair.path("id").asText()));
        int place = 0;
        for (JsonNode extra : node.path("extras")) {
            String where = "/extras/" + place++;
            if (!known.add(extra.path("id").asText())) {
                findings.error(
                        question.line(where), "the id " + extra.path("id").asText() + " stands twice", "change one");
            }
            for (JsonNode pair : node.path("pairs")) {
                if (pair.path("right").equals(extra.path("text"))) {
                    findings.error(
                            question.line(where),
                            "this extra equals a right side of a pair",
                            "write an extra that fits nothing");
                }
            }
        }
    }

    private void ordering() {
        distinct("/items", "text");
        if (node.path("items").size() > MOST_TO_ORDER) {
            findings.error(
                    question.line("/items"), "there is too much to put in order", "give at most " + MOST_TO_ORDER);
        }
        for (int i = 0; i < node.path("items").size(); i++) {
            if (node.path("items").get(i).has("in")) {
                findings.error(
                        question.line("/items/" + i),
                        "an item to put in order has no group",
                        "remove `in`, or write type: categorise");
            }
        }
    }

    private void units() {
        if (node.has("units") && !node.has("unit")) {
            findings.error(
                    question.line("/units"),
                    "other wordings of a unit that the question does not name",
                    "write `unit`, or remove `units`");
        }
    }

    private void categorise() {
        distinct("/categories", "text");
        distinct("/items", "text");
        Set<String> empty = new TreeSet<>();
        node.path("categories").forEach(group -> empty.add(group.path("id").asText()));
        Set<String> known = Set.copyOf(empty);
        int place = 0;
        for (JsonNode item : node.path("items")) {
            String group = item.path("in").asText();
            int line = question.line("/items/" + place++);
            if (!known.contains(group)) {
                findings.error(
                        line,
                        "the item " + item.path("id").asText() + " belongs to no group of the question",
                        "write `in:` with one of " + new TreeSet<>(known));
            }
            empty.remove(group);
        }
        if (!empty.isEmpty()) {
            findings.error(
                    question.line("/categories"), "nothing belongs to " + empty, "add an item to it, or remove it");
        }
    }

    private void gaps() {
        Set<String> gaps = new HashSet<>();
        int place = 0;
        for (JsonNode gap : node.path("gaps")) {
            String where = "/gaps/" + place++;
            if (!gaps.add(gap.path("id").asText())) {
                findings.error(
                        question.line(where), "the gap " + gap.path("id").asText() + " stands twice", "change one id");
            }
            gap(gap, where);
        }
        node.path("text").properties().forEach(text -> {
            List<String> marks = GAP.matcher(text.getValue().asText())
                    .results()
                    .map(QuestionRules::mark)
                    .toList();
            if (!gaps.equals(new HashSet<>(marks)) || marks.size() != gaps.size()) {
                findings.error(
                        question.line("/text/" + text.getKey()),
                        "the text has the gaps " + marks + ", and `gaps` has " + new TreeSet<>(gaps),
                        "write {{id}} once for each gap");
            }
        });
    }

    private void words() {
        JsonNode words = node.path("words");
        if (words.path("least").asInt() > words.path("most").asInt()) {
            findings.error(
                    question.line("/words"),
                    "more words are needed than there may be",
                    "let least be at most as large as most");
        }
    }

    private static String mark(MatchResult mark) {
        return mark.group(1).strip();
    }

    private void gap(JsonNode gap, String where) {
        TypedRules.check(question, where, findings);
        if (gap.has("options") == gap.has("accept")) {
            findings.error(
                    question.line(where),
                    "the gap " + gap.path("id").asText() + " has " + (gap.has("options") ? "both" : "neither")
                            + " options and accept",
                    "give it options (chosen) or accept (typed)");
        }
        if (gap.has("options")) {
            distinct(where + "/options", "text");
            if (right(gap.path("options")) != 1) {
                findings.error(
                        question.line(where),
                        "the gap has no single right option",
                        "mark exactly one with right: true");
            }
        }
    }

    /** Ids and texts that people could not tell apart. */
    private void distinct(String list, String text) {
        Set<String> ids = new HashSet<>();
        Set<JsonNode> texts = new HashSet<>();
        int place = 0;
        for (JsonNode entry : node.at(list)) {
            int line = question.line(list + "/" + place++);
            if (!ids.add(entry.path("id").asText())) {
                findings.error(
                        line, "the id " + entry.path("id").asText() + " stands twice", "give one of them a new id");
            }
            if (!texts.add(entry.path(text).path("uk"))) {
                findings.error(
                        line,
                        "«" + entry.path(text).path("uk").asText() + "» stands twice",
                        "people cannot tell them apart: change one");
            }
        }
    }
}
