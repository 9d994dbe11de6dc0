package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import ua.stezhka.exchange.Findings.InFile;

/**
 * A YAML text as JSON values that still know their lines. Plain words are read by YAML 1.2's core rules: {@code no} is a word
 * and {@code 2026-11-20} is one too.
 */
final class YamlText {
    private static final int DEEPEST_NESTING = 20;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?[0-9]{1,15}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}\\.[0-9]{1,15}");

    private final JsonNode root;
    private final Map<String, Integer> lines;

    private YamlText(JsonNode root, Map<String, Integer> lines) {
        this.root = root;
        this.lines = lines;
    }

    /**
     * Reads a text.
     *
     * @param firstLine the line of the file in which the text begins, from 1
     * @return nothing when it is not YAML; the findings say where
     */
    static Optional<YamlText> read(String text, int firstLine, InFile findings) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        limits.setCodePointLimit(LONGEST_TEXT);
        try {
            Node node = new Yaml(new SafeConstructor(limits)).compose(new java.io.StringReader(text));
            Reading reading = new Reading(firstLine, findings, new HashMap<>());
            JsonNode root = node == null ? MissingNode.getInstance() : reading.value(node, "");
            return Optional.of(new YamlText(root, reading.lines));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            findings.error(
                    firstLine + line,
                    "this is not YAML: " + e.getProblem(),
                    "check the indentation, the quotation marks and the colon in this place");
        } catch (YAMLException e) {
            findings.error(firstLine, "this is not YAML: " + e.getMessage(), "check the beginning of the file");
        }
        return Optional.empty();
    }

    /** What stands for a file that could not be read. */
    static YamlText none() {
        return new YamlText(MissingNode.getInstance(), Map.of());
    }

    JsonNode root() {
        return root;
    }

    /** The line of the value at this JSON Pointer, or of the nearest value around it. */
    int line(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 1);
    }

    private record Reading(int firstLine, InFile findings, Map<String, Integer> lines) {
        private JsonNode value(Node node, String pointer) {
            lines.putIfAbsent(pointer, lineOf(node));
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer);
                case SequenceNode sequence -> array(sequence, pointer);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new YAMLException("anchors and aliases are not used here");
            };
        }

        private ObjectNode object(MappingNode mapping, String pointer) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                String place = pointer + '/' + key.replace("~", "~0").replace("/", "~1");
                if (object.has(key)) {
                    findings.error(
                            lineOf(entry.getKeyNode()),
                            "the key `" + key + "` stands here twice",
                            "keep one of the two");
                }
                lines.put(place, lineOf(entry.getKeyNode()));
                object.set(key, value(entry.getValueNode(), place));
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(value(item, pointer + '/' + array.size()));
            }
            return array;
        }

        private JsonNode scalar(ScalarNode scalar) {
            String text = scalar.getValue();
            if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
                return JsonNodeFactory.instance.textNode(text);
            }
            if (text.isEmpty() || text.equals("null") || text.equals("~")) {
                return JsonNodeFactory.instance.nullNode();
            }
            if (text.equals("true") || text.equals("false")) {
                return JsonNodeFactory.instance.booleanNode(text.equals("true"));
            }
            if (WHOLE_NUMBER.matcher(text).matches()) {
                return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
            }
            if (NUMBER.matcher(text).matches()) {
                return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            }
            return JsonNodeFactory.instance.textNode(text);
        }

        private int lineOf(Node node) {
            return firstLine + node.getStartMark().getLine();
        }
    }
}
