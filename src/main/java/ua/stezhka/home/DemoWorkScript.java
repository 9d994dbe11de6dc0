package ua.stezhka.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.AnswerKey;

/**
 * A small course that only a demonstration has, whose quiz asks for works, and who has written them; read from {@code demo/works.yaml}.
 *
 * @param text    the only step, HTML
 * @param marker  the name to sign in with of who marks
 */
record DemoWorkScript(
        String slug,
        LocalText title,
        LocalText summary,
        LocalText lesson,
        LocalText text,
        List<Question> questions,
        LocalText feedback,
        String marker,
        List<Work> works) {

    /**
     * @param file    whether a file is asked for, otherwise a text
     * @param comment what the marker says of the answer
     */
    record Question(
            String id,
            boolean file,
            LocalText prompt,
            LocalText model,
            List<AnswerKey.Criterion> criteria,
            String comment) {}

    /** Question → what the marker says of an answer to it. */
    Map<String, String> comments() {
        return questions.stream().collect(Collectors.toMap(Question::id, Question::comment));
    }

    /**
     * A work.
     *
     * @param day    so many days ago it was sent
     * @param marked so many days ago it was marked; null for one that waits
     */
    record Work(String who, int day, @Nullable Integer marked, String text) {}

    static DemoWorkScript read() {
        try (InputStream file = DemoWorkScript.class.getResourceAsStream("/demo/works.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, DemoWorkScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
