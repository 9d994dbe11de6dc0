package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.PersonRegistered;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.desk.DemonstrationCards;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.quiz.Learner;

/** Helps invented people who have no account, as the invented people at the desk do. */
@Singleton
class DemoDesk {
    private final Demonstration demonstration;
    private final Accounts accounts;
    private final DemonstrationCards cards;
    private final DemoLives lives;

    DemoDesk(Demonstration demonstration, Accounts accounts, DemonstrationCards cards, DemoLives lives) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.cards = cards;
        this.lives = lives;
    }

    /** The role of who helps in a place of the community. */
    static RoleGrant at(String place) {
        return new RoleGrant(Role.DESK_OPERATOR, PlaceNames.scopeOf(place));
    }

    void help(DemoScript.Helped person, DemoScript script, Instant today) {
        String place = script.people().stream()
                .filter(each -> each.signIn().equals(person.by()))
                .map(DemoScript.Person::desk)
                .findFirst()
                .orElseThrow();
        demonstration.at(today.minus(Duration.ofDays(person.days())), () -> {
            PersonRegistered helped = cards.help(
                    accounts.find(person.by()).orElseThrow(),
                    at(place),
                    person.name(),
                    person.born(),
                    person.code(),
                    person.pin());
            if (person.duty() != null) {
                accounts.grant(helped.personId(), person.duty().grant());
            }
            person.courses()
                    .forEach(course -> lives.learn(new Learner(helped.personId(), helped.actorId()), course, today));
        });
    }
}
