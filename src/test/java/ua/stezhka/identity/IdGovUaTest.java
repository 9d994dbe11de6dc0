package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** People come in by way of a service with id.gov.ua’s dialect. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class IdGovUaTest {
    @Inject
    Jdbi jdbi;

    @Inject
    IdentityConfig config;

    private TestBrowser.Answer comeFromGovernment(TestBrowser browser, String person) {
        String address = config.openid().get("gov").issuer().toString();
        ScriptedServer.tell(address, "/person", person);
        String door = browser.get("/sign-in/openid/gov?next=/courses").header("Location");
        return browser.get(new ProviderVisit().go(door, ""));
    }

    @Test
    void id_gov_ua_knows_a_person_by_the_tax_number_of_which_only_a_keyed_hash_is_kept() {
        String number = "3" + System.nanoTime() % 1_000_000_000;
        String person = "{\"lastname\":\"Коваль\",\"givenname\":\"Олена\",\"middlename\":\"Петрівна\",\"drfocode\":\""
                + number + "\"}";
        TestBrowser browser = new TestBrowser();
        assertThat(comeFromGovernment(browser, person).location()).isEqualTo("/sign-in/arrival");
        assertThat(browser.get("/sign-in/arrival").page().select("#name").val()).isEqualTo("Олена Петрівна Коваль");
        browser.post("/sign-in/arrival/account", "name", "Олена Коваль");
        UUID id = TestPeople.idOf(browser);
        TestBrowser again = new TestBrowser();
        assertThat(comeFromGovernment(again, person).location()).isEqualTo("/courses");
        assertThat(TestPeople.idOf(again)).isEqualTo(id);
        Optional<String> subject = jdbi.withHandle(
                handle -> handle.createQuery("select subject from identity.vouched_identity where person_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne());
        assertThat(subject)
                .hasValueSatisfying(
                        kept -> assertThat(kept).matches("[0-9a-f]{64}").doesNotContain(number));
    }

    @Test
    void id_gov_ua_vouches_for_nobody_without_a_tax_number_or_with_an_error() {
        assertThat(comeFromGovernment(new TestBrowser(), "{\"lastname\":\"Коваль\",\"givenname\":\"Олена\"}")
                        .status())
                .isEqualTo(422);
        assertThat(comeFromGovernment(new TestBrowser(), "{\"error\":3,\"drfocode\":\"1\"}")
                        .status())
                .isEqualTo(422);
    }
}
