package ua.stezhka.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.ContentChanged;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.PageWriter;
import ua.stezhka.quiz.CheckQuestions;
import ua.stezhka.quiz.QuizDraft;

/** Draws lessons as one page each, the same for everybody, for devices that keep them; the last drawn ones are kept here. */
@Singleton
class LessonCopies {
    private static final String ASSETS = "/assets/";
    /** What a copy needs beside itself. */
    private static final List<String> FILES = List.of(
            "app.css",
            "favicon.svg",
            "icons.svg",
            "comfort.js",
            "speech.js",
            "attempt.js",
            "works.js",
            "device.js",
            "offline.js",
            "lesson-copy.js",
            "fonts/commissioner-cyrillic.woff2",
            "fonts/commissioner-cyrillic-ext.woff2",
            "fonts/commissioner-latin.woff2");

    private static final long MOST_BYTES = 32_000_000;

    private final CheckQuestions questions;
    private final Frame frame;
    private final long bytesOfFiles =
            FILES.stream().mapToLong(LessonCopies::sizeOf).sum();
    private final Cache<Key, Copy> copies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Copy copy) -> copy.html.length)
            .build();

    LessonCopies(CheckQuestions questions, Frame frame) {
        this.questions = questions;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance copy(LessonCopy page);
    }

    private record Key(UUID revision, String lesson, Optional<UUID> asked, Locale locale, Community community) {}

    /** A drawn lesson. */
    static final class Copy {
        private final byte[] html;
        private final String print;

        private Copy(byte[] html) {
            this.html = html;
            this.print = Json.hash(html).substring(0, 16);
        }

        byte[] html() {
            return html;
        }

        /** Changes whenever the page changes. */
        String print() {
            return print;
        }
    }

    /** Addresses of what every copy needs beside itself. */
    static List<String> files() {
        return FILES.stream().map(ASSETS::concat).toList();
    }

    /** How much room these files take on a device. */
    long bytesOfFiles() {
        return bytesOfFiles;
    }

    /** The lesson as it stands now; whoever asked for it, the frame of this request is everybody’s afterwards. */
    Copy copy(Revision revision, Lesson lesson, Locale locale) {
        frame.forEverybody(locale, "/courses/" + revision.slug() + "/lessons/" + lesson.id());
        UUID quiz = QuizDraft.lessonOf(revision.slug(), lesson.id());
        Key key = new Key(revision.id(), lesson.id(), questions.edition(quiz), locale, frame.getCommunity());
        return copies.get(
                key, drawn -> new Copy(PageWriter.draw(Templates.copy(page(revision, lesson, quiz, locale)))));
    }

    void forget(@Observes ContentChanged change) {
        copies.invalidateAll();
    }

    private LessonCopy page(Revision revision, Lesson lesson, UUID quiz, Locale locale) {
        Optional<Lesson> next = revision.lessons().stream()
                .filter(other -> other.position() == lesson.position() + 1)
                .findFirst();
        String course = "/courses/" + revision.slug();
        return new LessonCopy(
                revision.slug(),
                revision.title().in(locale),
                lesson.id(),
                lesson.title().in(locale),
                lesson.title().languageIn(locale),
                lesson.position(),
                next.map(other -> course + "/lessons/" + other.id()).orElse(course),
                next.map(other -> other.title().in(locale)).orElse(""),
                String.join(" ", files()),
                lesson.steps().stream()
                        .map(step -> new LessonCopy.Step(
                                step.position(),
                                step.title().in(locale),
                                new RawString(step.html().in(locale)),
                                step.question()
                                        .map(question -> questions.copy(quiz, question, "q" + step.position(), locale))
                                        .orElse(null)))
                        .toList());
    }

    private static long sizeOf(String file) {
        try (InputStream resource = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/resources" + ASSETS + file)) {
            if (resource == null) {
                throw new IllegalStateException("a copy of a lesson needs " + file + ", which is not there");
            }
            return resource.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
