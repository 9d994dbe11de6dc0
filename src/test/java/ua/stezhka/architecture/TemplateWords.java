package ua.stezhka.architecture;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of a language that stand in a template as they are, where a text of the message files should stand. */
final class TemplateWords {
    private static final Pattern COMMENT = Pattern.compile("(?s)\\{!.*?!\\}|<!--.*?-->");
    private static final Pattern CODE = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}\\s][^{}]*\\}");
    private static final Pattern QUOTED_WORDS = Pattern.compile("['\"]([^'\"{}<>]*)['\"]");
    private static final Pattern READ_ATTRIBUTE = Pattern.compile(
            "\\s(?:alt|title|placeholder|label|aria-label|aria-description|aria-roledescription|summary|content-text)\\s*=\\s*\"([^\"]*)\"");
    /** Also outside of tags, because a fragment may hold attributes alone. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z-]*\\s*=\\s*\"[^\"]*\"");

    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z0-9#]+;");
    private static final Pattern WORD = Pattern.compile("\\p{IsCyrillic}{2,}|[A-Za-z]{2,}");
    private static final Pattern SENTENCE = Pattern.compile("\\p{IsCyrillic}{2,}|[A-Za-z]{2,} [A-Za-z]{2,}");

    private TemplateWords() {}

    static Stream<String> of(Path template) {
        String text = House.read(template);
        String html = blank(blank(text, COMMENT), CODE);
        String outside = html;
        for (String before = ""; !before.equals(outside); ) {
            before = outside;
            outside = blank(outside, EXPRESSION);
        }
        Stream<String> inExpressions = EXPRESSION.matcher(html).results().flatMap(expression -> QUOTED_WORDS
                .matcher(expression.group())
                .results()
                .filter(quoted -> SENTENCE.matcher(quoted.group(1)).find())
                .map(quoted -> place(template, text, expression.start(), quoted.group(1))));
        String cleared = outside;
        Stream<String> inAttributes = READ_ATTRIBUTE
                .matcher(cleared)
                .results()
                .filter(attribute -> WORD.matcher(
                                ENTITY.matcher(attribute.group(1)).replaceAll(" "))
                        .find())
                .map(attribute -> place(
                        template, text, attribute.start(), attribute.group().strip()));
        Stream<String> between = WORD.matcher(blank(blank(blank(cleared, TAG), ATTRIBUTE), ENTITY))
                .results()
                .map(word -> place(template, text, word.start(), word.group()));
        return Stream.of(inExpressions, inAttributes, between).flatMap(found -> found);
    }

    /** Replaces what matches by spaces, so that places stay the same. */
    private static String blank(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }

    private static String place(Path template, String text, int offset, String words) {
        return House.name(template) + ':' + House.lineOf(text, offset) + ' ' + words;
    }
}
