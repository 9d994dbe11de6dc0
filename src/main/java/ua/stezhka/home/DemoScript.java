package ua.stezhka.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;

/**
 * Who plays in a demonstration, and what they have done; read from {@code demo/cast.yaml}. Days are counted back from the start.
 *
 * @param password the same for all
 */
record DemoScript(String password, List<Person> people, List<Helped> helped, List<Deed> deeds) {

    /**
     * An invented person.
     *
     * @param signIn a short name to sign in with; empty for those whom nobody plays
     * @param desk   the place of the community where the person helps others; null for those who do not
     * @param duty   the role besides that; null for those who have none
     * @param story  what there is to see as this person; null for those whom nobody plays
     */
    record Person(
            String name,
            String signIn,
            boolean administrator,
            @Nullable String desk,
            @Nullable Duty duty,
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
     * @param duty the role, such as that of a pupil; null for none
     */
    record Helped(
            String name,
            int born,
            String by,
            int days,
            String code,
            String pin,
            @Nullable Duty duty,
            LocalText story,
            List<Course> courses) {}

    /**
     * A role within something that no module keeps yet, so it has a stable name only.
     *
     * @param thing the name; empty for everywhere
     */
    record Duty(Role role, Scope.Kind kind, String thing) {
        Duty {
            thing = Objects.requireNonNullElse(thing, "");
        }

        RoleGrant grant() {
            return new RoleGrant(
                    role,
                    kind == Scope.Kind.EVERYWHERE
                            ? Scope.EVERYWHERE
                            : Scope.of(kind, Ids.named(kind.key() + '/' + thing)));
        }
    }

    /**
     * Something done besides learning.
     *
     * @param who the name to sign in with, or the name of who is invited
     * @param by  who did it to the other one; empty when the person did it
     * @param what  what it was about; of a question the course and the question: {@code internet-safety/hang-up}
     * @param words what somebody wrote
     */
    record Deed(
            int day,
            Kind kind,
            String who,
            String by,
            String what,
            String words,
            @Nullable Duty duty) {
        /** What can be done. */
        enum Kind {
            BLOCK,
            INVITE,
            AGREE,
            ASK_CORRECTION,
            ANSWER,
            REPORT_QUESTION,
            RETIRE_QUESTION
        }

        Deed {
            by = Objects.requireNonNullElse(by, "");
            what = Objects.requireNonNullElse(what, "");
            words = Objects.requireNonNullElse(words, "");
        }
    }

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
