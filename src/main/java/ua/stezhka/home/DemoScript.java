package ua.stezhka.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * Who plays in a demonstration, and what they have done; read from {@code demo/cast.yaml}. Days are counted back from the start.
 *
 * @param password the same for all
 */
record DemoScript(String password, List<Person> people, List<Helped> helped) {

    /**
     * An invented person.
     *
     * @param signIn a short name to sign in with; empty for those whom nobody plays
     * @param desk   the place of the community where the person helps others; null for those who do not
     * @param story  what there is to see as this person; null for those whom nobody plays
     */
    record Person(
            String name,
            String signIn,
            boolean administrator,
            @Nullable String desk,
            int registered,
            @Nullable LocalText story,
            List<Course> courses) {
        Person {
            signIn = Objects.requireNonNullElse(signIn, "");
            courses = Objects.requireNonNullElse(courses, List.of());
        }

        boolean played() {
            return story != null;
        }
    }

    /**
     * An invented person without an account, helped by another one.
     *
     * @param by   who helps: the name to sign in with
     * @param days how many days ago
     * @param code the code of the card
     */
    record Helped(
            String name,
            int born,
            String by,
            int days,
            String code,
            String pin,
            LocalText story,
            List<Course> courses) {}

    /** A course begun: so many lessons done from one day until another, and so many steps of the next lesson. */
    record Course(String course, int begun, int until, int lessons, int steps, List<Attempt> attempts) {
        Course {
            attempts = Objects.requireNonNullElse(attempts, List.of());
        }
    }

    /** An attempt at the final quiz: the first so many questions answered, so many of them right. */
    record Attempt(int day, int answered, int right, boolean open) {}

    static DemoScript read() {
        try (InputStream file = DemoScript.class.getResourceAsStream("/demo/cast.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
