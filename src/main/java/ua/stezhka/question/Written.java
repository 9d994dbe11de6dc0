package ua.stezhka.question;

import java.util.List;
import java.util.regex.Pattern;

/** Texts and lists of files that people write as answers: what can be taken, and how many words there are. */
public final class Written {
    /** As a form sends it, a letter takes up to six bytes; together they fit into one field of a form. */
    static final int LONGEST = 10_000;

    static final int MOST_FILES = 3;
    private static final Pattern LINES = Pattern.compile("\\R+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Apostrophes and hyphens stand inside of words. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]+(?:['’‘ʼʹ`´′＇‛\\u002D\\u2010\\u2011\\u0301][\\p{L}\\p{N}]+)*");

    private Written() {}

    /** As a form sends it, with the line ends of this house. */
    public static String text(String typed) {
        return LINES_OF_FORMS.matcher(typed).replaceAll("\n").strip();
    }

    private static final Pattern LINES_OF_FORMS = Pattern.compile("\\r\\n?");

    /** @throws MalformedAnswer when nobody could have typed it */
    static String checked(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new MalformedAnswer("text");
        }
        return text;
    }

    /** @throws MalformedAnswer when these are no ids of uploads, or too many */
    static List<String> checked(List<String> files) {
        if (files.size() > MOST_FILES
                || files.stream().distinct().count() < files.size()
                || !files.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new MalformedAnswer("files");
        }
        return files;
    }

    /** How many words there are, as a person counts: «п’ять» and «будь-хто» are one each, a dash is none. */
    public static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** The lines that say something. */
    public static List<String> paragraphs(String text) {
        return LINES.splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
