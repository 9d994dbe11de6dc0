package ua.stezhka.platform;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The allow-list of SVG: shapes, words and the classes that follow the theme; nothing that runs, loads, styles or names. What
 * is on the list is written anew, so that nothing else can come through, and reading the result gives the same result.
 */
public final class SafeSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DEEPEST_NESTING = 12;
    private static final Set<String> ELEMENTS =
            Set.of("g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title");
    private static final Set<String> CLASSES = Set.of(
            "f-mint",
            "f-paper",
            "f-card",
            "f-ink",
            "f-soft",
            "f-green",
            "f-amber",
            "f-amber-soft",
            "f-sky",
            "f-skin",
            "f-hair",
            "f-white",
            "f-on-skin",
            "f-on-amber",
            "f-none",
            "s-ink",
            "s-soft",
            "s-green",
            "s-amber",
            "s-line",
            "s-mint",
            "s-card",
            "s-on-skin",
            "s-on-amber",
            "s-none",
            "w-1",
            "w-2",
            "dash",
            "round");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");
    private static final Pattern NUMBERS = Pattern.compile("[-0-9., \\s]+");
    private static final Pattern BOX = Pattern.compile("-?[0-9.]+(?:[ ,]+-?[0-9.]+){3}");
    private static final Pattern TRANSFORM =
            Pattern.compile("(?:(?:translate|scale|rotate|skewX|skewY|matrix)\\([-0-9., e]+\\)[ ,]*)+");
    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            Map.entry("d", Pattern.compile("[-+0-9.,eE\\sMmLlHhVvCcSsQqTtAaZz]+")),
            Map.entry("points", NUMBERS),
            Map.entry("x", NUMBERS),
            Map.entry("y", NUMBERS),
            Map.entry("dx", NUMBERS),
            Map.entry("dy", NUMBERS),
            Map.entry("cx", NUMBER),
            Map.entry("cy", NUMBER),
            Map.entry("r", NUMBER),
            Map.entry("rx", NUMBER),
            Map.entry("ry", NUMBER),
            Map.entry("x1", NUMBER),
            Map.entry("y1", NUMBER),
            Map.entry("x2", NUMBER),
            Map.entry("y2", NUMBER),
            Map.entry("width", NUMBER),
            Map.entry("height", NUMBER),
            Map.entry("transform", TRANSFORM),
            Map.entry("font-size", NUMBER),
            Map.entry("font-weight", Pattern.compile("[1-9]00|bold|normal")),
            Map.entry("text-anchor", Pattern.compile("start|middle|end")),
            Map.entry("opacity", NUMBER));

    private SafeSvg() {}

    /**
     * What a drawing becomes.
     *
     * @param picture the allowed part; null when the file is no SVG at all
     * @param flaws   everything that was left out, with its line
     */
    public record Result(@Nullable Picture picture, List<Flaw> flaws) {}

    /** One thing that is not on the list. */
    public record Flaw(int line, String what, String cure) {}

    public static Result read(String svg) {
        Reading reading = new Reading();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(svg)), reading);
        } catch (SAXParseException e) {
            reading.flaws.add(new Flaw(
                    Math.max(1, e.getLineNumber()),
                    "the picture is not well-formed: " + e.getMessage(),
                    "save it as plain SVG, without DOCTYPE and entities"));
            return new Result(null, reading.flaws);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("a picture could not be read", e);
        }
        return new Result(reading.picture(), reading.flaws);
    }

    /** The same drawing, held against the list again, as whoever wrote it down may not be who reads it. */
    public static Picture clean(Picture stored) {
        String svg = "<svg xmlns=\"" + SVG + "\" viewBox=\"" + stored.viewBox().replaceAll("[^-0-9., ]", "") + "\">"
                + stored.body() + "</svg>";
        Picture clean = read(svg).picture();
        return clean == null ? new Picture("0 0 1 1", "") : clean;
    }

    private static final class Reading extends DefaultHandler {
        private final List<Flaw> flaws = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();
        private final Deque<Boolean> written = new ArrayDeque<>();
        private @Nullable Locator locator;
        private @Nullable String viewBox;
        private int left;
        private boolean grouped;

        @Nullable
        Picture picture() {
            return viewBox == null ? null : new Picture(viewBox, body.toString());
        }

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (written.isEmpty() && left == 0) {
                root(uri, name, attributes);
            } else if (left > 0 || !allowed(uri, name)) {
                left++;
                return;
            } else if (!name.equals("title")) {
                body.append('<').append(name);
                attributes(attributes, name);
                body.append('>');
            }
            written.push(!name.equals("title") && !name.equals("svg"));
        }

        private boolean allowed(String uri, String name) {
            if (!uri.equals(SVG) || !ELEMENTS.contains(name)) {
                flaw("a picture may not hold <" + name + ">", "use only svg, " + String.join(", ", sorted(ELEMENTS)));
                return false;
            }
            if (written.size() >= DEEPEST_NESTING) {
                flaw("the groups of the picture are nested too deeply", "nest at most " + DEEPEST_NESTING + " levels");
                return false;
            }
            return true;
        }

        private void root(String uri, String name, Attributes attributes) {
            if (!uri.equals(SVG) || !name.equals("svg")) {
                flaw(
                        "the file is not an SVG picture",
                        "begin with <svg xmlns=\"" + SVG + "\" viewBox=\"0 0 320 200\">");
                return;
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.getQName(i);
                if (attribute.equals("viewBox")
                        && BOX.matcher(attributes.getValue(i)).matches()) {
                    viewBox = attributes.getValue(i);
                } else if (attribute.equals("class")) {
                    body.append("<g");
                    classes(attributes.getValue(i));
                    body.append('>');
                    grouped = true;
                } else if (!attribute.equals("version")) {
                    flaw("<svg> may not have " + attribute, "give it only viewBox and class");
                }
            }
            if (viewBox == null) {
                flaw("the picture has no viewBox", "write viewBox=\"0 0 320 200\" in <svg>, without width and height");
            }
        }

        private void attributes(Attributes attributes, String element) {
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.getQName(i);
                String value = attributes.getValue(i).strip();
                Pattern shape = ATTRIBUTES.get(name);
                if (name.equals("class")) {
                    classes(value);
                } else if (shape == null) {
                    flaw(
                            "<" + element + "> may not have " + name,
                            "colours and lines come from classes; remove " + name);
                } else if (!shape.matcher(value).matches()) {
                    flaw(name + "=\"" + value + "\" is not allowed", "give " + name + " plain numbers or words");
                } else {
                    body.append(' ').append(name).append("=\"").append(value).append('"');
                }
            }
        }

        private void classes(String value) {
            List<String> known = new ArrayList<>();
            for (String name : value.strip().split("\\s+")) {
                if (CLASSES.contains(name)) {
                    known.add(name);
                } else {
                    flaw("unknown class " + name, "use " + String.join(" ", sorted(CLASSES)));
                }
            }
            if (!known.isEmpty()) {
                body.append(" class=\"").append(String.join(" ", known)).append('"');
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (left > 0) {
                left--;
            } else if (written.pop()) {
                body.append("</").append(name).append('>');
            } else if (written.isEmpty() && grouped) {
                body.append("</g>");
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            String words = new String(characters, start, length);
            if (left == 0 && !written.isEmpty() && written.peek() && !words.isBlank()) {
                body.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            }
        }

        private void flaw(String what, String cure) {
            flaws.add(new Flaw(locator == null ? 1 : Math.max(1, locator.getLineNumber()), what, cure));
        }

        private static List<String> sorted(Set<String> names) {
            String[] all = names.toArray(String[]::new);
            Arrays.sort(all);
            return List.of(all);
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
