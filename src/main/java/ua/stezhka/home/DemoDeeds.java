package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.bank.DemonstrationBank;
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
    private final DemonstrationBank bank;

    DemoDeeds(
            Demonstration demonstration,
            Accounts accounts,
            DemonstrationDeeds deeds,
            DemonstrationRequests requests,
            DemonstrationBank bank) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.deeds = deeds;
        this.requests = requests;
        this.bank = bank;
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
            case REPORT_QUESTION ->
                bank.report(
                        person(deed.who()), deed.what(), deed.words().isEmpty() ? "unclear" : "answer", deed.words());
            case RETIRE_QUESTION -> bank.retire(person(deed.who()), deed.what());
        }
    }

    private UUID person(String signIn) {
        return accounts.find(signIn).orElseThrow();
    }
}
