package ua.stezhka.question;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Texts;

/**
 * What is asked for where people mark the answer: a text in own words, or files.
 *
 * @param least  words at least, 0 for files
 * @param most   words or files at most
 * @param accept what a browser offers to choose
 * @param kinds  kinds of files in words
 * @param words  how many words are written
 */
public record WorkView(boolean file, int least, int most, String accept, List<String> kinds, int words) {
    public static @Nullable WorkView of(QuestionBody body, String text, Locale locale) {
        return switch (body) {
            case QuestionBody.FreeText b ->
                new WorkView(false, b.leastWords(), b.mostWords(), "", List.of(), Written.words(text));
            case QuestionBody.FileWork b ->
                new WorkView(
                        true,
                        0,
                        b.most(),
                        FileKind.accept(b.kinds()),
                        b.kinds().stream()
                                .map(kind -> Texts.get(locale, "quiz.kind_" + kind.word()))
                                .toList(),
                        0);
            default -> null;
        };
    }

    /** A tenth more than was asked for is nothing to speak of. */
    public boolean tooLong() {
        return !file && words * 10 > most * 11;
    }

    public boolean tooShort() {
        return words > 0 && words < least;
    }

    /** What the script puts the number of words in the place of. */
    public String countMark() {
        return "{n}";
    }
}
