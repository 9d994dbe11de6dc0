package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import ua.stezhka.exchange.Findings.InFile;

/** Walks a YAML file and looks at every text in it: is it there in each language, and rightly written. */
record LanguageRules(YamlText yaml, Set<String> languages, InFile findings) {
    private static final Set<String> ALL = Set.of("uk", "en");

    /** What people type, with their mistakes. */
    private static final Pattern TYPED = Pattern.compile("/(accept|wrong|units)(/|$)");

    /** A file whose texts are {@code {uk: …, en: …}}. */
    static void check(YamlText yaml, Set<String> languages, InFile findings) {
        new LanguageRules(yaml, languages, findings).walk(yaml.root(), "");
    }

    /** A file whose texts have keys such as {@code name_uk}. */
    static void checkSuffixes(YamlText yaml, InFile findings) {
        new LanguageRules(yaml, ALL, findings).suffixes(yaml.root(), "");
    }

    private void walk(JsonNode node, String pointer) {
        if (node.isObject() && node.has("uk")) {
            languages(node, pointer);
        } else if (node.isObject()) {
            node.properties().forEach(entry -> walk(entry.getValue(), pointer + '/' + entry.getKey()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + '/' + i);
            }
        }
    }

    private void languages(JsonNode text, String pointer) {
        for (String language : ALL) {
            if (languages.contains(language) && !text.has(language)) {
                findings.error(
                        yaml.line(pointer),
                        "the text has no `" + language + "`",
                        "add `" + language + ": \"…\"`; the course promises this language");
            }
            if (!languages.contains(language) && text.has(language)) {
                findings.error(
                        yaml.line(pointer + '/' + language),
                        "the text has `" + language + "`, and the course does not",
                        "remove it, or add " + language + " to `languages` and translate all");
            }
        }
        if (languages.size() == 2
                && text.path("uk").isArray()
                && !TYPED.matcher(pointer).find()
                && text.path("uk").size() != text.path("en").size()) {
            findings.error(
                    yaml.line(pointer), "the two languages have different numbers of entries", "translate each entry");
        }
        text.properties().forEach(entry -> strings(entry.getValue(), entry.getKey(), pointer + '/' + entry.getKey()));
    }

    private void suffixes(JsonNode node, String pointer) {
        if (node.isObject()) {
            node.properties().forEach(entry -> suffixes(entry.getValue(), pointer + '/' + entry.getKey()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                suffixes(node.get(i), pointer + '/' + i);
            }
        } else if (pointer.endsWith("_uk") || pointer.endsWith("_en")) {
            strings(node, pointer.substring(pointer.length() - 2), pointer);
        }
    }

    private void strings(JsonNode text, String language, String pointer) {
        if (text.isArray()) {
            for (int i = 0; i < text.size(); i++) {
                strings(text.get(i), language, pointer + '/' + i);
            }
        } else if (!TYPED.matcher(pointer).find()) {
            Wording.checkLetters(text.asText(), language, yaml.line(pointer), findings);
            Wording.checkSentences(text.asText(), yaml.line(pointer), findings);
        }
    }
}
