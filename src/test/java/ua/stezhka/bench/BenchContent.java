package ua.stezhka.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A content folder of the size that is measured, made of the real courses: one course of thirty lessons with a final quiz of
 * twenty questions, and nineteen courses beside it.
 */
final class BenchContent {
    static final String COURSE = "long-course";
    static final int LESSONS = 30;
    static final int QUESTIONS = 20;

    static final String SHORT_COURSE = "smartphone-first-steps-1";

    private static final int COURSES = 20;
    private static final int COPIES = 4;
    private static final String MODEL = "internet-safety";
    private static final List<String> MODELS = List.of(MODEL, "smartphone-first-steps");

    private final Path from;
    private final Path to;

    private BenchContent(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Writes the folder anew. */
    static void write(Path from, Path to) {
        try {
            new BenchContent(from, to).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the lessons of the short course, in no particular order. */
    static List<String> lessonsOfShortCourse(Path written) {
        return list(written.resolve("courses").resolve(SHORT_COURSE).resolve("lessons")).stream()
                .map(lesson -> lesson.getFileName().toString())
                .toList();
    }

    /** The ids of the lessons of the long course, in their order. */
    static List<String> lessons(Path content) {
        Path lessons = content.resolve("courses").resolve(MODEL).resolve("lessons");
        List<String> models = list(lessons).stream()
                .map(lesson -> lesson.getFileName().toString())
                .toList();
        return IntStream.rangeClosed(1, COPIES)
                .boxed()
                .flatMap(copy -> models.stream().map(lesson -> lesson + '-' + copy))
                .limit(LESSONS)
                .toList();
    }

    private void write() throws IOException {
        delete(to);
        copy(from.resolve("frameworks"), to.resolve("frameworks"));
        copy(from.resolve("programme"), to.resolve("programme"));
        for (int i = 1; i < COURSES; i++) {
            String model = MODELS.get(i % MODELS.size());
            String id = model + '-' + i;
            Path course = to.resolve("courses").resolve(id);
            copy(from.resolve("courses").resolve(model), course);
            change(course.resolve("course.yaml"), text -> text.replaceFirst("(?m)^id: .*", "id: " + id));
        }
        longCourse(from.resolve("courses").resolve(MODEL), to.resolve("courses").resolve(COURSE));
    }

    private void longCourse(Path model, Path course) throws IOException {
        copy(model.resolve("pictures"), course.resolve("pictures"));
        List<String> lessons = lessons(from);
        for (String lesson : lessons) {
            int dash = lesson.lastIndexOf('-');
            String copy = lesson.substring(dash);
            Path folder = course.resolve("lessons").resolve(lesson);
            copy(model.resolve("lessons").resolve(lesson.substring(0, dash)), folder);
            for (Path text : list(folder)) {
                change(text, old -> old.replaceAll("(?m)^```question\\n(.+)$", "```question\n$1" + copy));
            }
        }
        for (Path questions : list(model.resolve("questions"))) {
            for (int copy = 1; copy <= COPIES; copy++) {
                Path target = course.resolve("questions").resolve(copy + "-" + questions.getFileName());
                Files.createDirectories(target.getParent());
                Files.copy(questions, target);
                String end = "-" + copy;
                change(target, old -> old.replaceAll("(?m)^- id: (.+)$", "- id: $1" + end));
            }
        }
        String text = Files.readString(model.resolve("course.yaml"))
                .replaceFirst("(?m)^id: .*", "id: " + COURSE)
                .replaceFirst("(?m)^  questions: .*", "  questions: " + QUESTIONS)
                .replaceFirst("(?m)^  blueprint:\\n(?:    - .*\\n)+", "");
        int sections = text.indexOf("\nsections:");
        int quiz = text.indexOf("\nquiz:");
        Files.writeString(
                course.resolve("course.yaml"), text.substring(0, sections) + sections(lessons) + text.substring(quiz));
    }

    private static String sections(List<String> lessons) {
        int each = LESSONS / COPIES + 1;
        List<String> written = new ArrayList<>();
        for (int begin = 0; begin < lessons.size(); begin += each) {
            List<String> part = lessons.subList(begin, Math.min(begin + each, lessons.size()));
            int number = begin / each + 1;
            written.add("  - id: part-%d%n    title: {uk: \"%d\", en: \"%d\"}%n    lessons: [%s]"
                    .formatted(number, number, number, String.join(", ", part)));
        }
        return written.stream().collect(Collectors.joining("\n", "\nsections:\n", ""));
    }

    @FunctionalInterface
    private interface Change {
        String of(String text);
    }

    private static void change(Path file, Change change) throws IOException {
        Files.writeString(file, change.of(Files.readString(file)));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Removes a folder and all in it, if it is there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
