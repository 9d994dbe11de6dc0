package ua.stezhka.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: the compiled classes, the sources, the templates and the texts, each read once. */
final class House {
    static final String ROOT_PACKAGE = "ua.stezhka";
    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path SOURCES = ROOT.resolve("src/main/java");
    static final Path RESOURCES = ROOT.resolve("src/main/resources");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT_PACKAGE);

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The module of a class, or an empty text for the package where the program begins. */
    static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT_PACKAGE) ? "" : name.substring(ROOT_PACKAGE.length() + 1);
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT_PACKAGE)
                || type.getPackageName().startsWith(ROOT_PACKAGE + '.');
    }

    static Stream<JavaClass> ownClasses() {
        return CLASSES.stream().filter(House::isOurs);
    }

    static List<Path> javaSources() {
        return files(SOURCES, ".java");
    }

    static List<Path> testSources() {
        return files(ROOT.resolve("src/test/java"), ".java");
    }

    static List<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    static List<Path> messages(String language) {
        return files(RESOURCES.resolve("messages"), '_' + language + ".properties");
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as people name it: its path in the repository. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** Line number of a place in a text, from 1. */
    static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
