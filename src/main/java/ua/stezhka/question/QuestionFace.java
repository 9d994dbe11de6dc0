package ua.stezhka.question;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What a question shows before it is answered. The key is not here, so whatever is drawn from a face cannot tell it.
 *
 * @param prompt  sanitised HTML; of a single paragraph only its inside, to stand in a legend or label
 * @param plain   the prompt in plain words
 * @param picture sanitised HTML
 */
public record QuestionFace(
        LocalText prompt, LocalText plain, @Nullable LocalText picture, QuestionBody body) {
    private static final Pattern GAP = Pattern.compile("\\{\\{[^}]*}}");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SPACE_BEFORE_STOP = Pattern.compile(" ([.,;:!?»])");

    public static QuestionFace of(LocalText prompt, @Nullable LocalText picture, QuestionBody body) {
        return new QuestionFace(
                each(prompt, QuestionFace::withoutParagraph), each(prompt, QuestionFace::plain), picture, body);
    }

    /** What tells the question from others in a list: of a text with gaps the text, because many of them say «complete the sentence». */
    public LocalText heading() {
        return body instanceof QuestionBody.Gaps gaps
                ? each(gaps.text(), text -> GAP.matcher(plain(text)).replaceAll("___"))
                : plain;
    }

    /** The type’s name in content, JSON and pages. */
    public String type() {
        return switch (body) {
            case QuestionBody.SingleChoice b -> "single-choice";
            case QuestionBody.MultipleChoice b -> "multiple-choice";
            case QuestionBody.TrueFalse b -> "true-false";
            case QuestionBody.ShortText b -> "short-text";
            case QuestionBody.NumberEntry b -> "number";
            case QuestionBody.Matching b -> "matching";
            case QuestionBody.Ordering b -> "ordering";
            case QuestionBody.Gaps b -> "gaps";
            case QuestionBody.Rehearsal b -> "rehearsal";
            case QuestionBody.Categorise b -> "categorise";
            case QuestionBody.Hotspot b -> "hotspot";
            case QuestionBody.FreeText b -> "free-text";
            case QuestionBody.FileWork b -> "file";
        };
    }

    private static LocalText each(LocalText text, java.util.function.UnaryOperator<String> change) {
        String en = text.en();
        return new LocalText(change.apply(text.uk()), en == null ? null : change.apply(en));
    }

    /** What is in the only paragraph; several paragraphs stay as they are. */
    static String withoutParagraph(String html) {
        boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 1) < 0;
        return single ? html.substring(3, html.length() - 4) : html;
    }

    private static String plain(String html) {
        String words = SPACES.matcher(TAGS.matcher(html).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return SPACE_BEFORE_STOP.matcher(unescaped(words)).replaceAll("$1");
    }

    /** The entities that the sanitizer writes. */
    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#64;", "@")
                .replace("&#61;", "=")
                .replace("&#43;", "+")
                .replace("&#96;", "`")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }
}
