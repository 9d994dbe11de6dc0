package ua.stezhka.quiz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What somebody calls a file. It is shown and given back, and never the name of anything on a disk. */
final class FileLabel {
    private static final int LONGEST_STEM = 80;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    /** Control characters, marks that turn the direction of writing, what is no character at all. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%;']+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0_]+");
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{L}\\p{N}]{1,8}$");
    private static final Pattern NOT_ASCII = Pattern.compile("[^A-Za-z0-9.,()+ -]");

    private FileLabel() {}

    /** The label of a file whose content says that its name ends so. */
    static String of(String name, String ending) {
        String stem = ENDING.matcher(clean(name)).replaceFirst("");
        return (stem.isEmpty() ? "file" : stem) + '.' + ending;
    }

    /** What is left of a name as a browser told it; never empty, never longer than its column. */
    static String clean(String name) {
        String last = FOLDERS.matcher(name.length() > 1000 ? name.substring(name.length() - 1000) : name)
                .replaceFirst("");
        String seen =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String plain = SPACES.matcher(RESERVED.matcher(seen).replaceAll(" "))
                .replaceAll(" ")
                .strip()
                .replaceFirst("^[. ]+", "");
        int letters = plain.codePointCount(0, plain.length());
        String end = ENDING.matcher(plain)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
        String kept = letters <= LONGEST_STEM
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_STEM - end.length())) + end;
        return kept.isBlank() ? "file" : kept;
    }

    /** The header that has a browser keep the file and not open it. Source: RFC 6266, RFC 8187. */
    static String disposition(String label) {
        String encoded = URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + NOT_ASCII.matcher(label).replaceAll("_") + "\"; filename*=UTF-8''" + encoded;
    }
}
