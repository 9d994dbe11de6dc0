package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.factor.TestFactors;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.privacy.TestErasures;

/** People of the tests, made as people are made: by the registration form. */
public final class TestPeople {
    public static final String PASSWORD = "тиха вода греблю рве";

    /** How a hash begins that the product makes in the tests: of the cost that is set there, see {@code application.properties}. */
    public static final String HASH = "$argon2id$v=19$m=64,t=1,p=1$";

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

    /** A browser in which a person with this role is signed in, by two factors. */
    public static TestBrowser with(RoleGrant grant) {
        UUID person = idOf(learner());
        grant(person, grant);
        return session(person);
    }

    /** The person of a browser. */
    public static UUID idOf(TestBrowser browser) {
        return UUID.fromString(browser.get("/api/v1/me").json().get("id").asText());
    }

    /** Gives a person a role; whoever looks after others gets an application with codes too. */
    public static void grant(UUID person, RoleGrant grant) {
        if (grant.role().staff() && !TestFactors.owned(person)) {
            giveApp(person);
        }
        bean(RoleGrants.class).grant(person, grant, null);
    }

    /** Makes a person an administrator who has still to set a second factor up. */
    public static void grantWithoutApp(UUID person) {
        bean(RoleGrants.class).grant(person, new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE), null);
    }

    /** Gives a person an application with codes, whose codes {@link #code} computes. */
    public static void giveApp(UUID person) {
        TestFactors.giveApp(person);
        forgetSessions();
    }

    /** What the application of everybody in the tests shows now; each person can use it once. */
    public static String code() {
        return TestFactors.code();
    }

    /** What an application shows that has just learned this key, with spaces or without. */
    public static String code(String key) {
        return TestFactors.code(key);
    }

    /** Erases a person as a request that is due does. */
    public static void erase(UUID person, boolean keepCertificates) {
        TestErasures.erase(person, keepCertificates);
    }

    /** Says that a person was born in this year. */
    public static void born(UUID person, int year) {
        bean(Minors.class).state(person, year);
    }

    /** Another browser in which this person is signed in, without the work of a password, and by two factors when there are two. */
    public static TestBrowser session(UUID person) {
        boolean both = TestFactors.owned(person);
        Sessions sessions = bean(Sessions.class);
        return with(both ? sessions.startProven(person, Way.PASSWORD) : sessions.start(person, Way.PASSWORD));
    }

    static TestBrowser session(UUID person, Way way) {
        return with(bean(Sessions.class).start(person, way));
    }

    /** Another browser in which this person has given the password only. */
    public static TestBrowser half(UUID person) {
        return with(bean(Sessions.class).start(person, Way.PASSWORD));
    }

    private static TestBrowser with(NewSession session) {
        return new TestBrowser()
                .cookie("__Host-stezhka", session.token())
                .cookie("__Host-stezhka-refresh", session.refreshToken());
    }

    /** A personal token of this person. */
    public static String token(UUID person, TokenScope... scopes) {
        List<String> keys = Arrays.stream(scopes).map(TokenScope::key).toList();
        return bean(PersonalTokens.class).make(person, NewToken.of(Ids.next(), "Звіти", keys, 30));
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    /** What the audit trail says last of this person. */
    static String lastDeedAbout(UUID person) {
        return bean(Jdbi.class).withHandle(handle -> handle.createQuery("""
                        select action from account.audit_entry
                        where about_actor = (select actor_id from account.person where id = :id)
                        order by number desc limit 1""")
                .bind("id", person)
                .mapTo(String.class)
                .one());
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
