package ua.stezhka.question;

import java.util.List;
import java.util.Locale;

/** What a file may be that is sent as an answer. What it is, its content tells, never its name. */
public enum FileKind {
    /** A photograph or a picture of a screen. */
    PICTURE(".jpg,.jpeg,.png,image/jpeg,image/png"),
    PDF(".pdf,application/pdf"),
    /** A text, a document, a table or a presentation, without programs in it. */
    DOCUMENT(".txt,.docx,.xlsx,.pptx,.odt,.ods,.odp,text/plain");

    private final String accept;

    FileKind(String accept) {
        this.accept = accept;
    }

    /** The word in the content, in the database and in texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for another word */
    public static FileKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What a browser offers to choose for these kinds. */
    static String accept(List<FileKind> kinds) {
        return String.join(",", kinds.stream().map(kind -> kind.accept).toList());
    }
}
