package ua.stezhka.home;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import ua.stezhka.account.Accounts;
import ua.stezhka.factor.DemonstrationFactors;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Texts;

/** Fills the empty database of a demonstration with invented people, once, and tells at each start how to sign in as them. */
@Singleton
class DemoCast {
    /** After the content is there, before the way to a first administrator is offered. */
    private static final int WHEN = 2000;

    private static final int LONGEST_SECONDS = 600;
    private static final String LINE = "  %-20s %-10s %-32s  %s%n";

    private final Demonstration demonstration;
    private final Accounts accounts;
    private final DemonstrationFactors factors;
    private final DemoLives lives;
    private final DemoDesk desk;
    private final DemoDeeds deeds;
    private final DemoCrowd crowd;
    private final DemoWorks works;
    private final Clock clock;

    DemoCast(
            Demonstration demonstration,
            Accounts accounts,
            DemonstrationFactors factors,
            DemoLives lives,
            DemoDesk desk,
            DemoDeeds deeds,
            DemoCrowd crowd,
            DemoWorks works,
            Clock clock) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.factors = factors;
        this.lives = lives;
        this.desk = desk;
        this.deeds = deeds;
        this.crowd = crowd;
        this.works = works;
        this.clock = clock;
    }

    void enter(@Observes @Priority(WHEN) StartupEvent start) {
        if (!demonstration.on()) {
            return;
        }
        DemoScript script = DemoScript.read();
        works.publish(DemoWorkScript.read());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (fill(script, clock.instant()) || isHere(script)) {
            Languages.ALL.forEach(language -> tell(out, script, language));
        } else {
            Languages.ALL.forEach(language -> out.println(Texts.get(language, "home.demoRefused")));
        }
    }

    /** Fills a database in which nobody has an account; another one stays as it is. All or nothing. */
    boolean fill(DemoScript script, Instant now) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            boolean empty = accounts.none();
            if (empty) {
                // Everybody has hours of their own, and today's end before now.
                Instant today = now.minus(Duration.ofHours(3));
                for (DemoScript.Person person : script.people()) {
                    lives.live(person, script.password(), today);
                    today = today.minus(Duration.ofMinutes(17));
                }
                for (DemoScript.Helped person : script.helped()) {
                    desk.help(person, script, today);
                }
                for (DemoScript.Deed deed : script.deeds()) {
                    deeds.play(deed, today);
                }
                crowd.answer(today);
                works.play(DemoWorkScript.read(), today);
            }
            return empty;
        });
    }

    private boolean isHere(DemoScript script) {
        return played(script).stream()
                .allMatch(person -> accounts.find(person.signIn()).isPresent());
    }

    /** What somebody who plays this person types into an application that shows codes. */
    Optional<DemonstrationFactors.Key> keyOf(DemoScript.Person person, Locale language) {
        return accounts.find(person.signIn()).flatMap(id -> factors.keyOf(id, Texts.get(language, "platform.name")));
    }

    private static List<DemoScript.Person> played(DemoScript script) {
        return script.people().stream().filter(DemoScript.Person::played).toList();
    }

    private void tell(PrintStream out, DemoScript script, Locale language) {
        out.println(Texts.get(language, "home.demoTitle"));
        out.printf("  %s: %s%n", Texts.get(language, "home.demoPassword"), script.password());
        out.printf(
                LINE,
                Texts.get(language, "home.demoName"),
                Texts.get(language, "home.demoSignIn"),
                Texts.get(language, "home.demoCodeKey"),
                Texts.get(language, "home.demoStory"));
        for (DemoScript.Person person : played(script)) {
            out.printf(
                    LINE,
                    person.name(),
                    person.signIn(),
                    keyOf(person, language).map(DemonstrationFactors.Key::key).orElse(""),
                    Objects.requireNonNull(person.story()).in(language));
        }
        for (DemoScript.Helped person : script.helped()) {
            out.printf(
                    "  %-20s %-43s  %s%n",
                    person.name(),
                    Texts.get(language, "home.demoCard", person.code(), person.pin()),
                    person.story().in(language));
        }
    }
}
