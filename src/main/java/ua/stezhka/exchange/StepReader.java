package ua.stezhka.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import ua.stezhka.course.Block;
import ua.stezhka.course.Block.Kind;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.exchange.LessonText.Named;
import ua.stezhka.exchange.LessonText.StepText;
import ua.stezhka.platform.Markdown;

/** Gathers the parts of one step: text, notes, pictures, its question. */
final class StepReader {
    private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z]+)]");
    private static final Set<String> NOTES = Set.of("TRY", "TIP", "REMEMBER", "CALM");

    private final String id;
    private final String title;
    private final int line;
    private final InFile findings;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Named> questions = new ArrayList<>();
    private final List<Named> pictures = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Document text = new Document();

    StepReader(String id, String title, int line, InFile findings) {
        this.id = id;
        this.title = title;
        this.line = line;
        this.findings = findings;
    }

    StepText step() {
        closeText();
        return new StepText(id, title, line, blocks, questions, pictures, Wording.words(words.toString()));
    }

    /** Takes the next part out of its tree. */
    void add(Node node) {
        node.accept(new PartRules(findings, 0));
        if (node instanceof FencedCodeBlock code && "question".equals(code.getInfo())) {
            closeText();
            question(code);
        } else if (node instanceof Paragraph
                && node.getFirstChild() instanceof Image image
                && image.getNext() == null) {
            closeText();
            picture(image, LessonReader.lineOf(node));
        } else if (node instanceof BlockQuote && mark(node).isPresent()) {
            closeText();
            note(node, mark(node).get());
        } else {
            text.appendChild(node);
        }
    }

    private void question(FencedCodeBlock code) {
        int place = LessonReader.lineOf(code);
        List<String> names = code.getLiteral()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        if (names.size() != 1) {
            findings.error(
                    place,
                    "the question block does not hold one id",
                    "write one question’s id between ```question and ```");
        }
        names.forEach(name -> questions.add(new Named(name, place)));
        if (questions.size() > 1 && names.size() == 1) {
            findings.error(place, "the step has a second question", "give each question a step of its own");
        }
    }

    private void picture(Image image, int place) {
        String alt = Markdown.alt(image);
        if (alt.isBlank()) {
            findings.error(
                    place,
                    "the picture " + image.getDestination() + " has no alternative text",
                    "write what it shows for those who cannot see it: ![…](" + image.getDestination() + ")");
        }
        pictures.add(new Named(image.getDestination(), place));
        blocks.add(Block.picture(image.getDestination(), alt));
    }

    /** The word of a note’s mark, when the quotation begins with one. */
    private static Optional<String> mark(Node quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(firstLine(paragraph));
        return mark.lookingAt() ? Optional.of(mark.group(1)) : Optional.empty();
    }

    private static String firstLine(Paragraph paragraph) {
        StringBuilder line = new StringBuilder();
        for (Node n = paragraph.getFirstChild(); n != null && !(n instanceof SoftLineBreak); n = n.getNext()) {
            line.append(n instanceof Text t ? t.getLiteral() : "…");
        }
        return line.toString().strip();
    }

    private void note(Node quote, String mark) {
        int place = LessonReader.lineOf(quote);
        Paragraph first = (Paragraph) quote.getFirstChild();
        if (!firstLine(first).equals("[!" + mark + "]")) {
            findings.error(
                    place,
                    "text stands beside the mark [!" + mark + "]",
                    "begin the text of the note in the next line");
        }
        if (!NOTES.contains(mark)) {
            findings.error(place, "there is no note [!" + mark + "]", "write one of [!TRY] [!TIP] [!REMEMBER] [!CALM]");
            return;
        }
        while (first.getFirstChild() != null && !(first.getFirstChild() instanceof SoftLineBreak)) {
            first.getFirstChild().unlink();
        }
        if (first.getFirstChild() == null) {
            first.unlink();
        } else {
            first.getFirstChild().unlink();
        }
        if (quote.getFirstChild() == null) {
            findings.error(
                    place,
                    "the note [!" + mark + "] is empty",
                    "write its text in the lines after the mark, each with >");
            return;
        }
        blocks.add(html(Kind.valueOf(mark), inner(quote), place));
    }

    private static Document inner(Node quote) {
        Document inner = new Document();
        while (quote.getFirstChild() != null) {
            inner.appendChild(quote.getFirstChild());
        }
        return inner;
    }

    private void closeText() {
        if (text.getFirstChild() != null) {
            blocks.add(html(Kind.TEXT, text, LessonReader.lineOf(text.getFirstChild())));
            text = new Document();
        }
    }

    private Block html(Kind kind, Document part, int place) {
        String plain = Markdown.plain(part);
        Wording.checkSentences(plain, place, findings);
        words.append(plain).append('\n');
        return Block.html(kind, Markdown.html(part));
    }
}
