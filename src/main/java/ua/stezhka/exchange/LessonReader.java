package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.exchange.LessonText.StepText;
import ua.stezhka.platform.Markdown;

/** Reads a lesson file: the head, and the steps that its headings begin. */
final class LessonReader {
    private static final Pattern STEP_HEADING =
            Pattern.compile("##\\s+(.+?)\\s+\\{#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)}\\s*#*\\s*");
    private static final int LONGEST_STEP = 90;

    private final String language;
    private final InFile findings;
    private final List<String> lines;

    private LessonReader(String text, String language, InFile findings) {
        this.language = language;
        this.findings = findings;
        this.lines = text.lines().toList();
    }

    /** The lesson; nothing when the file has no readable head. */
    static Optional<LessonText> read(ContentFiles files, Path file, String language) {
        return files.text(file).flatMap(text -> new LessonReader(text, language, files.in(file)).lesson());
    }

    private Optional<LessonText> lesson() {
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? 0
                : lines.subList(1, lines.size()).indexOf("---");
        if (end <= 0) {
            findings.error(
                    1,
                    "the lesson has no head",
                    "begin with ---, then title and minutes, then --- in lines of their own");
            return Optional.empty();
        }
        Optional<YamlText> head = YamlText.read(String.join("\n", lines.subList(1, end + 1)), 2, findings)
                .filter(yaml -> ContentSchema.fits(yaml, "lesson", findings));
        List<StepText> steps = steps(end + 2);
        checkWriting(end + 2);
        return head.map(YamlText::root).map(root -> lesson(root, steps));
    }

    private LessonText lesson(JsonNode head, List<StepText> steps) {
        Wording.checkLetters(head.path("title").asText(), language, 2, findings);
        return new LessonText(
                findings.file(),
                head.path("title").asText(),
                head.path("minutes").asInt(),
                steps);
    }

    private List<StepText> steps(int headLines) {
        // Empty lines instead of the head keep the numbers of the lines.
        String body = "\n".repeat(headLines) + String.join("\n", lines.subList(headLines, lines.size()));
        List<StepText> steps = new ArrayList<>();
        @Nullable StepReader step = null;
        Node next;
        for (Node node = Markdown.parse(body).getFirstChild(); node != null; node = next) {
            next = node.getNext();
            if (node instanceof Heading heading && heading.getLevel() <= 2) {
                addTo(steps, step);
                step = begin(heading);
            } else if (step != null) {
                step.add(node);
            } else {
                findings.error(
                        lineOf(node), "this text stands before the first step", "begin with ## Heading {#step-id}");
            }
        }
        addTo(steps, step);
        if (steps.isEmpty()) {
            findings.error(headLines, "the lesson has no steps", "begin each step with ## Heading {#step-id}");
        }
        return steps;
    }

    private StepReader begin(Heading heading) {
        int line = lineOf(heading);
        Matcher parts = STEP_HEADING.matcher(lines.get(line - 1));
        if (!parts.matches()) {
            findings.error(
                    line,
                    "the heading of the step has no id",
                    "write it in one line as ## Heading {#step-id}, with an id of short English words");
            return new StepReader("line-" + line, Markdown.plain(heading), line, findings);
        }
        return new StepReader(parts.group(2), Markdown.plain(Markdown.parse(parts.group(1))), line, findings);
    }

    private void addTo(List<StepText> steps, @Nullable StepReader reader) {
        if (reader == null) {
            return;
        }
        StepText step = reader.step();
        if (steps.stream().anyMatch(other -> other.id().equals(step.id()))) {
            findings.error(
                    step.line(),
                    "the step id " + step.id() + " stands twice in the lesson",
                    "give one of them a new id");
        }
        if (step.blocks().isEmpty() && step.questions().isEmpty()) {
            findings.error(step.line(), "the step is empty", "write its text, or remove the heading");
        }
        if (step.words() > LONGEST_STEP) {
            findings.warning(
                    step.line(),
                    "the step has " + step.words() + " words",
                    "a step is one idea on one screen: at most " + LONGEST_STEP + "; divide it");
        }
        steps.add(step);
    }

    private void checkWriting(int headLines) {
        for (int i = headLines; i < lines.size(); i++) {
            Wording.checkLetters(lines.get(i), language, i + 1, findings);
        }
        String plain = Markdown.plain(Markdown.parse(String.join("\n", lines.subList(headLines, lines.size()))));
        Wording.checkAverage(plain, findings);
    }

    static int lineOf(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
