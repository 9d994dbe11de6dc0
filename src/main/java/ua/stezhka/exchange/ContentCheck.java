package ua.stezhka.exchange;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import ua.stezhka.exchange.Finding.Weight;

/** Checks a content folder without starting the product: prints every finding and ends with 1 when there is an error. */
public final class ContentCheck {
    private ContentCheck() {}

    public static void main(String... arguments) {
        Path folder = Path.of(arguments.length == 0 ? "course-content" : arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(folder, out));
    }

    static int run(Path folder, PrintStream out) {
        ContentFolder content = ContentFolder.read(folder);
        List<Finding> findings = content.findings().sorted();
        findings.forEach(out::println);
        long errors = findings.stream().filter(f -> f.weight() == Weight.ERROR).count();
        out.printf(
                "%d courses, %d frameworks: %d errors, %d warnings%n",
                content.courses().size(), content.frameworks().size(), errors, findings.size() - errors);
        return errors == 0 ? 0 : 1;
    }
}
