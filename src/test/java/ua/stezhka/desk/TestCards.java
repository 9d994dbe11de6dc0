package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;

/** Desks, records and cards of the tests, made as people make them. */
public final class TestCards {
    public static final String PIN = "482915";

    private TestCards() {}

    /** A record with its card. */
    public record Held(UUID person, String name, String code) {}

    /** A browser in which somebody helps in a place. */
    public static TestBrowser operator(Scope place) {
        return TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, place));
    }

    public static Scope library() {
        return PlaceNames.scopeOf("library");
    }

    public static Scope elsewhere() {
        return PlaceNames.scopeOf("service-centre");
    }

    /** A person helped at this desk. */
    public static Held helped(TestBrowser desk) {
        String name = "Ганна " + TestPeople.suffix();
        UUID person = Ids.next();
        var made = desk.post(
                "/desk/records",
                "person",
                person.toString(),
                "name",
                name,
                "born",
                "1951",
                "pin",
                PIN,
                "consent",
                "yes");
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return new Held(person, name, code(desk, "/desk/people/" + person));
    }

    /** The code that a page shows. */
    public static String code(TestBrowser browser, String page) {
        return browser.get(page).page().select("dd.cert-number").first().text();
    }

    public static TestBrowser.Answer signIn(TestBrowser browser, String code, String pin) {
        return browser.post("/sign-in/card", "code", code, "pin", pin);
    }

    /** A browser in which the person came in by the card. */
    public static TestBrowser byCard(Held held) {
        TestBrowser browser = new TestBrowser();
        var answer = signIn(browser, held.code(), PIN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return browser;
    }

    /** Another browser with the same cookies, as a second press sends them. */
    public static TestBrowser same(TestBrowser browser) {
        TestBrowser same = new TestBrowser();
        browser.cookies().forEach(same::cookie);
        return same;
    }

    /** A card of a person who has an account. */
    public static String give(UUID person) {
        bean(Cards.class).make(person, null, bean(CardSignIns.class).hash(PIN), person);
        return codeOf(person).orElseThrow();
    }

    /** The code of the card that a person has now. */
    public static Optional<String> codeOf(UUID person) {
        return bean(Cards.class).of(person).map(card -> card.code().value());
    }

    /** Whom a card lets in, with the right PIN. */
    public static Optional<UUID> opens(String code) {
        return bean(CardSignIns.class).recognise(new CardCode(code), PIN, "192.0.2.77");
    }

    /** The id of a computer that this person has marked as one for everybody. */
    public static UUID sharedComputer(UUID operator) {
        SharedComputers computers = bean(SharedComputers.class);
        return computers
                .find(computers.mark("", Scope.EVERYWHERE, operator))
                .orElseThrow()
                .id();
    }

    /** What the browser of a marked computer keeps. */
    public static String sharedSecret() {
        return bean(SharedComputers.class).mark("", Scope.EVERYWHERE, TestPeople.idOf(TestPeople.learner()));
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
