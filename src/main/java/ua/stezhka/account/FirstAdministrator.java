package ua.stezhka.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Texts;

/**
 * The way to the first administrator: while there is none, each start prints a link with a secret that works once. There is
 * no default password.
 */
@Singleton
class FirstAdministrator {
    private final Jdbi jdbi;
    private final Clock clock;
    private final int port;
    private final boolean quiet;

    FirstAdministrator(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port,
            @ConfigProperty(name = "stezhka.account.quiet-start", defaultValue = "false") boolean quiet) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.port = port;
        this.quiet = quiet;
    }

    @Transactional
    void offer(@Observes @Priority(3000) StartupEvent start) {
        if (quiet || exists()) {
            return;
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String code = HexFormat.of().formatHex(random);
        jdbi.useHandle(handle -> {
            handle.execute("delete from account.first_administrator_code where used_at is null");
            handle.createUpdate(
                            "insert into account.first_administrator_code (code_hash, created_at) values (:hash, :now)")
                    .bind("hash", Throttle.hash(code))
                    .bind("now", clock.instant())
                    .execute();
        });
        String link = "http://localhost:" + port + "/administration/first?code=" + code;
        for (Locale language : Languages.ALL) {
            System.out.println(Texts.get(language, "start.firstAdministrator"));
        }
        System.out.println("  " + link);
    }

    boolean exists() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from account.role_grant where role = 'administrator' and ended_at is null)")
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the secret is right and still unused. */
    boolean isRight(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from account.first_administrator_code where code_hash = :hash and used_at is null)")
                .bind("hash", Throttle.hash(code))
                .mapTo(Boolean.class)
                .one());
    }

    /** Uses the secret up. @return whether it was right and this call was the one that used it */
    @Transactional
    boolean use(String code) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update account.first_administrator_code set used_at = :now where code_hash = :hash and used_at is null")
                        .bind("hash", Throttle.hash(code))
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }
}
