package ua.stezhka.xapi;

/** Something that the standard does not allow in a statement. */
public final class InvalidStatement extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    InvalidStatement(String property, String fault) {
        super(property + " " + fault);
        this.property = property;
    }

    /** The property at fault, such as {@code result.score.scaled}. */
    public String property() {
        return property;
    }
}
