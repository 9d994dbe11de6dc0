package ua.stezhka.exchange;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Markdown;
import ua.stezhka.platform.SafeHtml;

/** What Markdown could say but a step may not: HTML, pictures inside text, links to unsafe places. */
final class PartRules extends AbstractVisitor {
    private final InFile findings;
    private final int linesBefore;
    private int line;

    /** Rules for a text that begins after so many lines of its file. */
    PartRules(InFile findings, int linesBefore) {
        this.findings = findings;
        this.linesBefore = linesBefore;
        this.line = linesBefore + 1;
    }

    @Override
    protected void visitChildren(Node parent) {
        if (!parent.getSourceSpans().isEmpty()) {
            line = linesBefore + LessonReader.lineOf(parent);
        }
        super.visitChildren(parent);
    }

    @Override
    public void visit(HtmlBlock html) {
        line = linesBefore + LessonReader.lineOf(html);
        noHtml(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        noHtml(html.getLiteral());
    }

    private void noHtml(String html) {
        String first = html.strip().lines().findFirst().orElse("");
        findings.error(line, "HTML does not work here: " + first, "write it in Markdown; for a plain < write \\<");
    }

    @Override
    public void visit(Image image) {
        boolean alone =
                image.getParent() instanceof Paragraph && image.getNext() == null && image.getPrevious() == null;
        if (!alone || !(image.getParent().getParent() instanceof Document)) {
            findings.error(
                    line,
                    "the picture " + image.getDestination() + " stands inside a text",
                    "give it a line of its own, with an empty line before and after");
        }
    }

    @Override
    public void visit(Link link) {
        if (!SafeHtml.mayLinkTo(link.getDestination())) {
            findings.error(
                    line,
                    "a link may not lead to " + link.getDestination(),
                    "link to https://…, tel:+380… or a page of Stezhka such as /courses/internet-safety");
        }
        if (Markdown.plain(link).isBlank()) {
            findings.error(
                    line, "the link to " + link.getDestination() + " has no words", "write where it leads: [words](…)");
        }
        visitChildren(link);
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() > 3) {
            findings.error(
                    linesBefore + LessonReader.lineOf(heading),
                    "the heading is too deep",
                    "inside a step use only ###");
        }
        visitChildren(heading);
    }
}
