package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
        return with(new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));
    }

    /** A browser in which a person with this role is signed in. */
    public static TestBrowser with(RoleGrant grant) {
        TestBrowser browser = learner();
        grant(idOf(browser), grant);
        return browser;
    }

    /** The person of a browser. */
    public static UUID idOf(TestBrowser browser) {
        return UUID.fromString(browser.get("/api/v1/me").json().get("id").asText());
    }

    /** Gives a person a role. */
    public static void grant(UUID person, RoleGrant grant) {
        bean(RoleGrants.class).grant(person, grant, null);
    }

    /** Erases a person as a request that is due does. */
    public static void erase(UUID person, boolean keepCertificates) {
        bean(Erasures.class).erase(person, keepCertificates, "request");
    }

    /** Says that a person was born in this year. */
    public static void born(UUID person, int year) {
        bean(Minors.class).state(person, year);
    }

    /** Another browser in which this person is signed in, without the work of a password. */
    public static TestBrowser session(UUID person) {
        TestBrowser browser = new TestBrowser();
        browser.cookie(
                "__Host-stezhka",
                bean(Sessions.class).start(person, Way.PASSWORD).token());
        return browser;
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    /** Has sessions, names and roles read anew after a test has written them past the product. */
    public static void forgetSessions() {
        bean(Sessions.class).changed();
    }

    public static String suffix() {
        int number = NEXT.incrementAndGet();
        return (char) ('А' + number % 32) + "-" + number + "-" + Long.toString(System.nanoTime(), 36);
    }
}
