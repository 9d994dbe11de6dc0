package ua.stezhka.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ua.stezhka.platform.SafeSvg;

/** Reads the files of one course: each by its own rules. */
record CourseReader(ContentFiles files, Path folder) {
    private static final List<String> LANGUAGES = List.of("uk", "en");
    private static final Set<String> PARTS = Set.of("course.yaml", "lessons", "questions", "pictures");

    /** The course; nothing when its course.yaml cannot be used. The other files are looked at all the same. */
    Optional<CourseFolder> read() {
        files.list(folder).stream()
                .filter(e -> !PARTS.contains(e.getFileName().toString()))
                .forEach(e -> files.in(e).warning(1, "nobody reads this", "a course has " + PARTS));
        Path file = folder.resolve("course.yaml");
        Optional<YamlText> yaml = files.yaml(file, "course");
        Set<String> languages = new LinkedHashSet<>();
        yaml.ifPresent(y -> y.root().path("languages").forEach(language -> languages.add(language.asText())));
        yaml.ifPresent(y -> LanguageRules.check(y, languages, files.in(file)));
        CourseFolder course = new CourseFolder(
                folder.getFileName().toString(), files.name(file), yaml.orElseGet(YamlText::none), languages);
        readPictures(course);
        readQuestions(course, yaml.isPresent());
        readLessons(course);
        return yaml.map(y -> course);
    }

    private void readPictures(CourseFolder course) {
        for (Path file : files.files(folder.resolve("pictures"), ".svg")) {
            files.text(file).map(SafeSvg::read).ifPresent(svg -> {
                svg.flaws().forEach(flaw -> files.in(file).error(flaw.line(), flaw.what(), flaw.cure()));
                if (svg.picture() != null) {
                    course.pictures().put(file.getFileName().toString(), svg.picture());
                }
            });
        }
    }

    private void readQuestions(CourseFolder course, boolean languagesKnown) {
        for (Path file : files.files(folder.resolve("questions"), ".yaml")) {
            files.yaml(file, "questions").ifPresent(yaml -> {
                if (languagesKnown) {
                    LanguageRules.check(yaml, course.languages(), files.in(file));
                }
                for (int i = 0; i < yaml.root().size(); i++) {
                    add(course, new BankQuestion(files.name(file), yaml, "/" + i));
                }
            });
        }
    }

    private void add(CourseFolder course, BankQuestion question) {
        QuestionRules.check(question, files.findings().in(question.file()));
        String picture = question.node().path("picture").asText();
        RegionRules.check(
                question, course.pictures().get(picture), files.findings().in(question.file()));
        BankQuestion other = course.questions().putIfAbsent(question.id(), question);
        if (other != null) {
            files.findings()
                    .error(
                            question.file(),
                            question.line("/id"),
                            "the question id " + question.id() + " stands in " + other.file() + " line "
                                    + other.line("/id") + " too",
                            "give one of the two a new id");
        }
    }

    private void readLessons(CourseFolder course) {
        for (Path lesson : files.list(folder.resolve("lessons"))) {
            Map<String, LessonText> texts = new TreeMap<>();
            for (String language : LANGUAGES) {
                Path file = lesson.resolve("lesson." + language + ".md");
                if (Files.exists(file)) {
                    LessonReader.read(files, file, language).ifPresent(text -> texts.put(language, text));
                }
            }
            files.list(lesson).stream()
                    .filter(e -> LANGUAGES.stream()
                            .noneMatch(l -> e.getFileName().toString().equals("lesson." + l + ".md")))
                    .forEach(e ->
                            files.in(e).warning(1, "nobody reads this", "a lesson has lesson.uk.md and lesson.en.md"));
            course.lessons().put(lesson.getFileName().toString(), texts);
        }
    }
}
