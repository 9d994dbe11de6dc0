package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One question as a file of the bank says it.
 *
 * @param pointer where in the file, as a JSON Pointer
 */
record BankQuestion(String file, YamlText yaml, String pointer) {
    JsonNode node() {
        return yaml.root().at(pointer);
    }

    String id() {
        return node().path("id").asText();
    }

    String type() {
        return node().path("type").asText();
    }

    boolean isFor(String use) {
        return node().path("use").asText().equals(use);
    }

    /** The line of the question, or of a part of it such as {@code /options/2}. */
    int line(String part) {
        return yaml.line(pointer + part);
    }
}
