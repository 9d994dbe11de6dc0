package ua.stezhka.xapi;

import org.jspecify.annotations.Nullable;

/**
 * What was done.
 *
 * @param id      IRI that alone has the meaning
 * @param display how people read it
 */
public record Verb(String id, @Nullable LanguageMap display) {
    public Verb {
        Rules.iri("verb.id", id);
    }
}
