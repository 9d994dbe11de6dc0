package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.people.DemonstrationDeeds;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.privacy.DemonstrationRequests;
import ua.stezhka.privacy.Purpose;

/** Does what invented people did besides learning: somebody is blocked, somebody invited, somebody asked about data. */
@Singleton
class DemoDeeds {
    private final Demonstration demonstration;
    private final Accounts accounts;
    private final DemonstrationDeeds deeds;
    private final DemonstrationRequests requests;

    DemoDeeds(
            Demonstration demonstration, Accounts accounts, DemonstrationDeeds deeds, DemonstrationRequests requests) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.deeds = deeds;
        this.requests = requests;
    }

    void play(DemoScript.Deed deed, Instant today) {
        demonstration.at(today.minus(Duration.ofDays(deed.day())), () -> play(deed));
    }

    private void play(DemoScript.Deed deed) {
        switch (deed.kind()) {
            case BLOCK -> deeds.block(person(deed.who()), person(deed.by()));
            case INVITE ->
                deeds.invite(deed.who(), Objects.requireNonNull(deed.duty()).grant(), person(deed.by()));
            case AGREE -> requests.agree(person(deed.who()), Purpose.valueOf(deed.what()));
            case ASK_CORRECTION -> requests.askCorrection(person(deed.who()), deed.what());
            case ANSWER -> requests.answer(person(deed.who()));
        }
    }

    private UUID person(String signIn) {
        return accounts.find(signIn).orElseThrow();
    }
}
