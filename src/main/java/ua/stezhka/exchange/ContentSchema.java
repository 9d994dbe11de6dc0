package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import ua.stezhka.exchange.Findings.InFile;

/** One JSON Schema of the content format; tells the differences of a text in an author's words. */
final class ContentSchema {
    private static final Map<String, ContentSchema> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode rules;
    private final JsonSchema schema;

    private ContentSchema(JsonNode rules) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        this.rules = rules;
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(rules, config);
    }

    /** Whether the text fits the schema of this name; each difference is a finding. */
    static boolean fits(YamlText yaml, String name, InFile findings) {
        return KNOWN.computeIfAbsent(name, n -> new ContentSchema(load(n))).fits(yaml, findings);
    }

    private boolean fits(YamlText yaml, InFile findings) {
        if (yaml.root().isMissingNode()) {
            findings.error(1, "the file is empty", "write it after course-content/README.md");
            return false;
        }
        boolean fits = true;
        for (ValidationMessage difference : schema.validate(yaml.root())) {
            fits = false;
            report(difference, yaml, findings);
        }
        return fits;
    }

    private void report(ValidationMessage difference, YamlText yaml, InFile findings) {
        String pointer = difference.getInstanceLocation().toString();
        String place = placeName(pointer);
        JsonNode rule = difference.getSchemaNode();
        int line = yaml.line(pointer);
        switch (difference.getType()) {
            case "required", "dependentRequired" -> {
                Object missing = difference.getArguments()[0];
                findings.error(line, place + " lacks `" + missing + "`", "add `" + missing + ": …` here");
            }
            case "additionalProperties" ->
                findings.error(
                        yaml.line(pointer + '/' + difference.getProperty()),
                        place + " has no key `" + difference.getProperty() + "`",
                        "correct or remove it; the keys are: " + keysBeside(difference));
            case "enum", "const" ->
                findings.error(line, place + " has an unknown value", "write one of: " + choices(rule));
            case "type" -> findings.error(line, place + " is not " + kind(rule), "write " + kind(rule) + " here");
            case "pattern" -> reportPattern(difference, line, place, findings);
            case "minLength" -> findings.error(line, place + " is empty", "write the text, or remove the key");
            case "maxLength" ->
                findings.error(line, place + " is longer than " + rule.asText() + " characters", "make it shorter");
            case "minItems" -> findings.error(line, place + " has too few entries", "give at least " + rule.asText());
            case "maxItems" -> findings.error(line, place + " has too many entries", "give at most " + rule.asText());
            case "minimum" -> findings.error(line, place + " is too small", "give at least " + rule.asText());
            case "maximum" -> findings.error(line, place + " is too large", "give at most " + rule.asText());
            case "uniqueItems" -> findings.error(line, place + " names one entry twice", "keep one of the two");
            default -> findings.error(line, difference.getMessage(), "see course-content/README.md");
        }
    }

    private void reportPattern(ValidationMessage difference, int line, String place, InFile findings) {
        String pattern = difference.getSchemaNode().asText();
        if (pattern.equals("\\S")) {
            findings.error(line, place + " is empty", "write the text, or remove the key");
            return;
        }
        String form = ruleAround(difference).path("description").asText("the form " + pattern);
        findings.error(line, place + " is not written as it should be", "write " + form);
    }

    private String keysBeside(ValidationMessage difference) {
        StringJoiner keys = new StringJoiner(", ");
        ruleAround(difference).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys.toString();
    }

    private JsonNode ruleAround(ValidationMessage difference) {
        return rules.at(difference.getSchemaLocation().getFragment().getParent().toString());
    }

    /** {@code /3/prompt/uk} as an author says it: {@code prompt.uk}. */
    private static String placeName(String pointer) {
        StringJoiner name = new StringJoiner(".");
        for (String part : pointer.split("/")) {
            if (!part.isEmpty() && !part.chars().allMatch(Character::isDigit)) {
                name.add(part);
            }
        }
        return name.length() == 0 ? "this entry" : "`" + name + "`";
    }

    private static String choices(JsonNode rule) {
        if (!rule.isArray()) {
            return rule.asText();
        }
        StringJoiner choices = new StringJoiner(", ");
        rule.forEach(choice -> choices.add(choice.asText()));
        return choices.toString();
    }

    private static String kind(JsonNode rule) {
        return switch (rule.asText()) {
            case "string" -> "a text (in quotation marks)";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a group of keys, such as {uk: \"…\", en: \"…\"}";
            default -> choices(rule);
        };
    }

    private static JsonNode load(String name) {
        String path = "/content-schema/" + name + ".schema.json";
        try (InputStream in = ContentSchema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its schema " + path);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
