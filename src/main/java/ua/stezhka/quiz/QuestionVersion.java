package ua.stezhka.quiz;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/** A published question: never changes, so it is read once and kept. Holds the key and therefore never leaves this module. */
record QuestionVersion(
        UUID id,
        UUID questionId,
        String contentId,
        LocalText prompt,
        LocalText plainPrompt,
        @Nullable LocalText picture,
        QuestionBody body,
        AnswerKey key,
        Explanation explanation,
        String competence,
        String level) {

    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    Score score(Given given, Arrangement shown) {
        return Grading.score(key, meant(given, shown));
    }

    /** The answer in ids of the content, null when there is none. */
    @Nullable Answer meant(@Nullable Given given, Arrangement shown) {
        return given == null || given.answer() == null ? null : shown.resolve(given.answer());
    }

    String type() {
        return typeOf(body);
    }

    /** The type’s name in content, JSON and pages. */
    static String typeOf(QuestionBody body) {
        return switch (body) {
            case QuestionBody.SingleChoice b -> "single-choice";
            case QuestionBody.MultipleChoice b -> "multiple-choice";
            case QuestionBody.TrueFalse b -> "true-false";
            case QuestionBody.ShortText b -> "short-text";
            case QuestionBody.NumberEntry b -> "number";
            case QuestionBody.Matching b -> "matching";
            case QuestionBody.Ordering b -> "ordering";
            case QuestionBody.Gaps b -> "gaps";
        };
    }

    /** HTML as plain words, for lists and statements. */
    static LocalText plain(LocalText html) {
        return new LocalText(plain(html.uk()), html.en() == null ? null : plain(html.en()));
    }

    private static String plain(String html) {
        String words = SPACES.matcher(TAGS.matcher(html).replaceAll(" ")).replaceAll(" ").strip();
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "’")
                .replace("&#64;", "@")
                .replace("&#61;", "=")
                .replace("&#43;", "+")
                .replace("&#96;", "`")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&")
                .replaceAll(" ([.,;:!?»])", "$1");
    }

    String promptIn(Locale locale) {
        return plainPrompt.in(locale);
    }
}
