package ua.stezhka.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads statements from JSON and refuses whatever the standard, or our part of it, does not know. */
final class StatementReader {
    private static final Pattern VERSIONS = Pattern.compile("2\\.0(\\.\\d+)?");
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StatementReader() {}

    static Statement read(String json) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidStatement("statement", "is not JSON: " + e.getOriginalMessage());
        }
        StrictObject object = new StrictObject("", tree);
        Statement statement = statement(object);
        object.refuseTheRest();
        return statement;
    }

    private static Statement statement(StrictObject json) {
        String version = json.text("version");
        if (version != null && !VERSIONS.matcher(version).matches()) {
            throw new InvalidStatement("version", "is not 2.0: " + version);
        }
        return new Statement(
                json.required("id", uuid(json, "id")),
                json.required("actor", json.object("actor", StatementReader::agent)),
                json.required("verb", json.object("verb", StatementReader::verb)),
                json.required("object", json.object("object", StatementReader::activity)),
                json.object("result", StatementReader::result),
                json.object("context", StatementReader::context),
                json.required("timestamp", timestamp(json)));
    }

    private static Agent agent(StrictObject json) {
        objectType(json, "Agent");
        return new Agent(json.required(
                "account",
                json.object(
                        "account",
                        account -> new Account(
                                account.required("homePage", account.text("homePage")),
                                account.required("name", account.text("name"))))));
    }

    private static Verb verb(StrictObject json) {
        return new Verb(json.required("id", json.text("id")), languageMap(json, "display"));
    }

    private static Activity activity(StrictObject json) {
        objectType(json, "Activity");
        return new Activity(
                json.required("id", json.text("id")), json.object("definition", StatementReader::definition));
    }

    private static Activity.Definition definition(StrictObject json) {
        return new Activity.Definition(
                languageMap(json, "name"),
                languageMap(json, "description"),
                json.text("type"),
                json.text("moreInfo"),
                interaction(json),
                extensions(json));
    }

    private static @Nullable Interaction interaction(StrictObject json) {
        String type = json.text("interactionType");
        if (type == null) {
            return null;
        }
        Map<InteractionType.Parts, List<Interaction.Component>> components = new EnumMap<>(InteractionType.Parts.class);
        for (InteractionType.Parts parts : InteractionType.Parts.values()) {
            List<Interaction.Component> list = json.objects(parts.property(), false, StatementReader::component);
            if (list != null) {
                components.put(parts, list);
            }
        }
        return new Interaction(InteractionType.of(type), json.texts("correctResponsesPattern"), components);
    }

    private static Interaction.Component component(StrictObject json) {
        return new Interaction.Component(json.required("id", json.text("id")), languageMap(json, "description"));
    }

    private static Result result(StrictObject json) {
        return new Result(
                json.object(
                        "score",
                        score -> new Score(
                                score.number("scaled"), score.number("raw"), score.number("min"), score.number("max"))),
                json.flag("success"),
                json.flag("completion"),
                json.text("response"),
                json.text("duration"),
                extensions(json));
    }

    private static Context context(StrictObject json) {
        Context.Activities activities = json.object("contextActivities", StatementReader::activities);
        return new Context(
                uuid(json, "registration"),
                activities == null ? Context.Activities.NONE : activities,
                json.text("revision"),
                json.text("platform"),
                json.text("language"),
                extensions(json));
    }

    private static Context.Activities activities(StrictObject json) {
        return new Context.Activities(
                activities(json, "parent"),
                activities(json, "grouping"),
                activities(json, "category"),
                activities(json, "other"));
    }

    private static List<Activity> activities(StrictObject json, String property) {
        List<Activity> list = json.objects(property, true, StatementReader::activity);
        return list == null ? List.of() : list;
    }

    private static void objectType(StrictObject json, String expected) {
        String found = json.text("objectType");
        if (found != null && !found.equals(expected)) {
            throw new InvalidStatement(json.path("objectType"), "is not " + expected + ": " + found);
        }
    }

    private static @Nullable LanguageMap languageMap(StrictObject json, String property) {
        return json.object(property, map -> {
            Map<String, String> texts = new LinkedHashMap<>();
            map.each((tag, text) -> {
                if (!text.isTextual()) {
                    throw new InvalidStatement(map.path(tag), "is not a text");
                }
                texts.put(tag, text.textValue());
            });
            return new LanguageMap(texts);
        });
    }

    private static Extensions extensions(StrictObject json) {
        Extensions read = json.object("extensions", map -> {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            map.each(values::put);
            return new Extensions(values);
        });
        return read == null ? Extensions.NONE : read;
    }

    private static @Nullable UUID uuid(StrictObject json, String property) {
        String text = json.text(property);
        return text == null ? null : UUID.fromString(Rules.uuid(json.path(property), text));
    }

    private static @Nullable Instant timestamp(StrictObject json) {
        String text = json.text("timestamp");
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(Rules.timestamp("timestamp", text)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidStatement("timestamp", "is no time that exists: " + text);
        }
    }
}
