package ua.stezhka.xapi;

import java.util.Set;

/** The ways to answer that the standard knows. Source: xAPI 1.0.3 part 2, 2.4.4.1, from SCORM 2004. */
public enum InteractionType {
    TRUE_FALSE("true-false"),
    CHOICE("choice", Parts.CHOICES),
    FILL_IN("fill-in"),
    LONG_FILL_IN("long-fill-in"),
    MATCHING("matching", Parts.SOURCE, Parts.TARGET),
    PERFORMANCE("performance", Parts.STEPS),
    SEQUENCING("sequencing", Parts.CHOICES),
    LIKERT("likert", Parts.SCALE),
    NUMERIC("numeric"),
    OTHER("other");

    private final String word;
    private final Set<Parts> parts;

    InteractionType(String word, Parts... parts) {
        this.word = word;
        this.parts = Set.of(parts);
    }

    /** The word that stands in a statement. */
    public String word() {
        return word;
    }

    /** The lists that may stand with it. */
    Set<Parts> parts() {
        return parts;
    }

    static InteractionType of(String word) {
        for (InteractionType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new InvalidStatement("interactionType", "is none of the standard: " + word);
    }

    /** The lists of components. */
    public enum Parts {
        CHOICES("choices"),
        SCALE("scale"),
        SOURCE("source"),
        TARGET("target"),
        STEPS("steps");

        private final String property;

        Parts(String property) {
            this.property = property;
        }

        String property() {
            return property;
        }
    }
}
