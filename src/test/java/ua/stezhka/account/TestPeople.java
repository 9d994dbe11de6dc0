package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.TestBrowser;

/** People of the tests, made as people are made: by the registration form. */
public final class TestPeople {
    public static final String PASSWORD = "тиха вода греблю рве";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestPeople() {}

    /** A browser in which a new person is signed in. */
    public static TestBrowser learner() {
        return register("Олена Приклад " + suffix());
    }

    public static TestBrowser register(String name) {
        TestBrowser browser = new TestBrowser();
        var answer = browser.post("/registration", "name", name, "password", PASSWORD, "email", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return browser;
    }

    /** A browser in which an administrator is signed in. */
    public static TestBrowser administrator() {
        TestBrowser browser = learner();
        UUID id = UUID.fromString(browser.get("/api/v1/me").json().get("id").asText());
        CDI.current()
                .select(Jdbi.class)
                .get()
                .useHandle(handle -> handle.execute(
                        "insert into account.person_role (person_id, role, granted_at) values (?, 'administrator', now())",
                        id));
        forgetSessions();
        return browser;
    }

    /** Has sessions, names and roles read anew after a test has written them past the product. */
    public static void forgetSessions() {
        CDI.current().select(Sessions.class).get().changed();
    }

    public static String suffix() {
        int number = NEXT.incrementAndGet();
        return (char) ('А' + number % 32) + "-" + number + "-" + Long.toString(System.nanoTime(), 36);
    }
}
