package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ua.stezhka.journey.EveryPageTest.acts;
import static ua.stezhka.journey.EveryPageTest.read;
import static ua.stezhka.journey.EveryPageTest.see;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestCards;
import ua.stezhka.platform.TestDatabase;

/** The pages of the own account and of the desk, looked at as closely as all others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageOfAccountsTest {
    @Test
    void pages_of_sessions_and_programs() {
        String name = "Захар Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            see(visit, "sessions", "/settings/sessions");
            visit.press("main form[action$='/others/sign-out'] button");
            see(visit, "sessions ended elsewhere");
            see(visit, "no tokens", "/settings/tokens");
            visit.press("form[action='/settings/tokens'] .btn");
            assertThat(visit.page.locator("[data-errors]")).isFocused();
            see(visit, "token faulty");
            visit.page.locator("#name").fill("Мій календар занять");
            visit.page.locator("label[for='scope-progress:read']").click();
            visit.press("form[action='/settings/tokens'] .btn");
            assertThat(visit.page.locator("#made")).hasValue(java.util.regex.Pattern.compile("stz_.{43}"));
            see(visit, "token made");
            see(visit, "tokens", "/settings/tokens");
            visit.press("main form[action$='/revocation'] button");
            see(visit, "token revoked");
            visit.inEnglish();
            visit.open("/settings/sessions");
        }
    }

    @Test
    void pages_of_own_data() {
        String name = "Орися Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            read(visit, "consents", "/settings/consents");
            visit.press(visit.page.locator("main section form .btn").first());
            see(visit, "consent given");
            read(visit, "own data", "/settings/data");
            visit.press("form[action$='/correction'] .btn");
            see(visit, "correction faulty");
            visit.page.locator("#current").fill(TestPeople.PASSWORD);
            visit.press("form[action$='/export'] .btn:not([type=button])");
            see(visit, "copy ready");
            see(visit, "erasure", "/settings/erasure");
            visit.press("main form .btn--danger");
            see(visit, "erasure faulty");
            visit.page.locator("label[for=fate-keep]").click();
            visit.page.locator("#current").fill(TestPeople.PASSWORD);
            visit.press("main form .btn--danger");
            see(visit, "erasure asked");
        }
    }

    @Test
    void pages_of_the_second_factor() {
        String name = "Дарина Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        TestPeople.grantWithoutApp(person);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            assertThat(visit.page).hasURL(java.util.regex.Pattern.compile(".*/settings/second-factor.*"));
            acts(visit, "second factor, first step");
            see(visit, "second factor, first step");
            visit.press("main a.btn:not(.btn--ghost)");
            acts(visit, "second factor, second step");
            see(visit, "second factor, second step");
            visit.press("main form .btn");
            see(visit, "second factor, code that does not fit");
            visit.page
                    .locator("#code")
                    .fill(TestPeople.code(visit.page.locator("main dd code").textContent()));
            visit.press("main form .btn");
            acts(visit, "recovery codes");
            see(visit, "recovery codes");
            read(visit, "second factor, all", "/settings/second-factor");
            see(visit, "second factor, another phone", "/settings/second-factor/app");
            see(visit, "second factor, removal", "/settings/second-factor/app/removal");
            visit.press("main form .btn--danger");
            see(visit, "second factor, removal faulty");
            see(visit, "new recovery codes", "/settings/second-factor/codes");
            see(visit, "new passkey", "/settings/second-factor/passkeys");
            try (Visit again = Visit.on(Screen.PHONE)) {
                again.signIn(name);
                acts(again, "second step");
                see(again, "second step");
                again.press("main form .btn:not(.btn--ghost):not(.btn--quiet)");
                see(again, "second step, code that does not fit");
                again.inEnglish();
            }
            visit.inEnglish();
            for (String path : List.of("", "/app", "/app/removal", "/codes", "/passkeys")) {
                visit.open("/settings/second-factor" + path);
            }
        }
    }

    @Test
    void pages_of_a_desk_and_of_somebody_with_a_card() {
        String operator = "Лариса Зразок " + TestPeople.suffix();
        TestPeople.grant(
                TestPeople.idOf(TestPeople.register(operator)), new RoleGrant(Role.DESK_OPERATOR, TestCards.library()));
        try (Visit desk = Visit.on(Screen.DESKTOP);
                Visit visit = Visit.on(Screen.PHONE)) {
            desk.signIn(operator);
            AdministratorJourneyTest.giveCode(desk);
            see(desk, "desk", "/desk");
            see(desk, "new record", "/desk/records/new");
            desk.press("main form .btn:not(.btn--ghost)");
            see(desk, "new record faulty");
            desk.page.locator("#name").fill("Ганна");
            desk.page.locator("#pin").fill(TestCards.PIN);
            desk.page.locator("label[for=consent]").click();
            desk.press("main form .btn:not(.btn--ghost)");
            acts(desk, "person at the desk");
            see(desk, "person at the desk");
            String code = desk.page.locator("dd.cert-number").first().textContent();
            desk.press("form[action*='/help/begin/'] .btn");
            see(desk, "work together");
            see(desk, "not for others", "/settings");
            desk.press("aside .btn");
            see(visit, "sign in with a card", "/card/" + code);
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "sign in with a card faulty");
            visit.page.locator("#pin").fill(TestCards.PIN);
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "holder of a card", "/card");
            read(visit, "who helped, by card", "/settings/help");
            see(visit, "claim", "/card/claim");
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "claim faulty");
            desk.open("/desk/records/new");
            desk.inEnglish();
        }
    }

    @Test
    void cards_in_the_settings() {
        String name = "Ніна Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            see(visit, "no card", "/settings/card");
            visit.page.locator("#pin").fill("1234");
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "card refused");
            visit.page.locator("#pin").fill(TestCards.PIN);
            visit.press("main form .btn:not(.btn--ghost)");
            acts(visit, "own card");
            see(visit, "own card");
            read(visit, "nobody helped", "/settings/help");
            see(visit, "join", "/card/claim?code=DEM0-TEST-7K3B");
            visit.open("/settings/card");
            visit.inEnglish();
        }
    }
}
