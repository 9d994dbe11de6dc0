package ua.stezhka.platform;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns authors' Markdown into HTML that is safe to show; HTML written by authors is shown as text. */
public final class Markdown {
    private static final int DEEPEST_NESTING = 20;
    private static final int SMALLEST_HEADING = 4;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .softbreak(" ")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof TableCell cell && cell.isHeader()) {
                    attributes.put("scope", "col");
                }
            })
            .nodeRendererFactory(Exceptions::new)
            .build();

    private Markdown() {}

    /** The tree of a text; each block knows its lines. */
    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** Safe HTML of a whole text. */
    public static String html(String text) {
        return html(parse(text));
    }

    /** Safe HTML of one part of a text. */
    public static String html(Node part) {
        return SafeHtml.clean(RENDERER.render(part)).strip();
    }

    /** The words of a part, without marks, pictures and line breaks. */
    public static String plain(Node part) {
        StringBuilder words = new StringBuilder();
        part.accept(new Words(words));
        return words.toString().strip();
    }

    /** The alternative text of a picture. */
    public static String alt(Image image) {
        StringBuilder words = new StringBuilder();
        new Words(words).visitChildren(image);
        return words.toString().strip();
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder words;

        Words(StringBuilder words) {
            this.words = words;
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof org.commonmark.node.Block || parent instanceof TableCell) {
                words.append('\n');
            }
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            words.append(' ');
        }

        @Override
        public void visit(Image image) {
            // A picture has its own words and its own place.
        }
    }

    /** Headings move one level up, as the step's own heading is the page's; pictures are placed by the step, not by the text. */
    private static final class Exceptions implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Exceptions(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Image.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                String tag = "h" + Math.clamp(heading.getLevel() - 1, 2, SMALLEST_HEADING);
                context.getWriter().line();
                context.getWriter().tag(tag);
                for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                context.getWriter().tag('/' + tag);
                context.getWriter().line();
            }
        }
    }
}
