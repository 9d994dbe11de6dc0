package ua.stezhka.bank;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which questions somebody looks for. What is empty asks for nothing.
 *
 * @param find       words of the prompt and the options, in either language
 * @param course     the course’s id in the content
 * @param competence id of a competence of the framework
 * @param level      id of a proficiency level
 * @param type       such as {@code single-choice}
 * @param state      draft, reviewed, live or retired
 * @param audience   whom the course is for
 * @param reported   only those with an open report
 */
public record BankFilter(
        String find,
        String course,
        String competence,
        String level,
        String type,
        String state,
        String audience,
        boolean reported) {
    static final List<String> STATES = List.of("draft", "reviewed", "live", "retired");
    static final BankFilter ALL = new BankFilter("", "", "", "", "", "", "", false);
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_STEM = 3;

    /** Endings of nouns, adjectives and verbs; of English words too. Not a dictionary, but the beginnings stay. */
    private static final Pattern ENDING = Pattern.compile(
            "(?:ями|ами|ими|іми|ього|ого|ому|ові|еві|єві|ість|ості|ах|ях|ам|ям|ою|ею|єю|ів|їв|ий|ій|ої|их|іх|им|ім|ти|ть|ла|ло|ли"
                    + "|[аяоеєиіїуюьй]|ing|ed|es|s)$");

    /** What no filter knows stands for all. */
    public BankFilter {
        state = STATES.contains(state) ? state : "";
    }

    /**
     * As PostgreSQL reads a search: all words, each by its beginning. Ukrainian words change at their ends, so endings are left out:
     * «пароля» finds «пароль» and «паролями». Null when there is nothing to look for.
     */
    @Nullable
    String words() {
        String words = Stream.of(plain(find).split("[\\s\\p{Punct}«»“”„…‐‑–—]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> '\'' + stem(word).replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
        return words.isEmpty() ? null : words;
    }

    private static String stem(String word) {
        String stem = ENDING.matcher(word).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? word : stem;
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("['ʼ`´]", "’").replace("\0", "");
    }

    /** The address of the list with this filter, and of the page after a question. */
    String address(@Nullable UUID after) {
        String query = Stream.of(
                        pair("find", find),
                        pair("course", course),
                        pair("competence", competence),
                        pair("level", level),
                        pair("type", type),
                        pair("state", state),
                        pair("audience", audience),
                        pair("reported", reported ? "yes" : ""),
                        pair("after", after == null ? "" : after.toString()))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/bank" : "/bank?" + query;
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
