package ua.stezhka.factor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.Texts;

/** The operator's way back in for the last administrator who has lost phone and recovery codes: one start that only does this, and ends. */
@Singleton
class SecondFactorReset {
    private final FactorConfig config;
    private final Accounts accounts;
    private final SecondFactors factors;

    SecondFactorReset(FactorConfig config, Accounts accounts, SecondFactors factors) {
        this.config = config;
        this.accounts = accounts;
        this.factors = factors;
    }

    void atStart(@Observes @Priority(3000) StartupEvent start) {
        Optional<String> login = config.resetSecondFactor();
        if (login.isPresent()) {
            reset(login.get());
            Quarkus.asyncExit(0);
        }
    }

    /** @throws StartRefused when nobody signs in with this name */
    void reset(String login) {
        UUID person = accounts.find(login).orElseThrow(() -> StartRefused.because("start.resetUnknown", login));
        factors.reset(person, null);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Languages.ALL.forEach(language -> out.println(Texts.get(language, "start.resetDone", login)));
    }
}
