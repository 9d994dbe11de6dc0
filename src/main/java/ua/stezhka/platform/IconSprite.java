package ua.stezhka.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one picture file with all icons of the pages, made at build time from the icon library and our list of names. */
public final class IconSprite {
    private static final String LIBRARY = "META-INF/resources/webjars/bootstrap-icons/";
    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private IconSprite() {}

    /** Writes the sprite; the arguments are its file and the version of the icon library. */
    public static void main(String... args) throws IOException {
        Path target = Path.of(args[0]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, sprite(names(), args[1]));
    }

    static List<String> names() {
        return read("icons.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    static String sprite(List<String> names, String version) {
        return names.stream()
                .map(name -> symbol(name, version))
                .collect(Collectors.joining(
                        "\n",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"currentColor\">\n" + "<!-- Bootstrap Icons "
                                + version + ", MIT licence, The Bootstrap Authors -->\n",
                        "\n</svg>\n"));
    }

    private static String symbol(String name, String version) {
        Matcher drawing = DRAWING.matcher(read(LIBRARY + version + "/icons/" + name + ".svg"));
        if (!drawing.find()) {
            throw new IllegalArgumentException("the icon " + name + " has no drawing");
        }
        return "<symbol id=\"" + name + "\" viewBox=\"0 0 16 16\" fill=\"currentColor\">"
                + drawing.group(1).strip() + "</symbol>";
    }

    private static String read(String resource) {
        try (InputStream in = IconSprite.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource + "; see src/main/resources/icons.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
