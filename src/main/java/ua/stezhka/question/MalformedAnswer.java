package ua.stezhka.question;

/** An answer that does not fit its question: of another type, or naming what the question does not have. */
public final class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public MalformedAnswer(String field) {
        super("answer does not fit the question: " + field, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
