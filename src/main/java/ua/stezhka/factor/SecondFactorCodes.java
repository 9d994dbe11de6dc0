package ua.stezhka.factor;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Problem;

/** Takes the codes that people type: from their application or from the list of recovery codes; guessing gets slower as with passwords. */
@Singleton
class SecondFactorCodes {
    private final CodeApps apps;
    private final RecoveryCodes recovery;
    private final Throttle throttle;

    SecondFactorCodes(CodeApps apps, RecoveryCodes recovery, Throttle throttle) {
        this.apps = apps;
        this.recovery = recovery;
        this.throttle = throttle;
    }

    /** Where a code came from. */
    enum Source {
        APP,
        RECOVERY
    }

    /**
     * Where the right code came from; empty when it is not right. A code is good for once.
     *
     * @param typed as people type it, with spaces or without
     * @throws Problem.TooMany after many wrong codes
     */
    Optional<Source> use(UUID personId, String typed, String address) {
        String key = "second-factor " + personId;
        throttle.check(key, address);
        Optional<Source> source = right(personId, typed.replaceAll("[\\s\\p{Pd}\\p{Cf}]", ""));
        if (source.isEmpty()) {
            throttle.failed(key, address);
        } else {
            throttle.succeeded(key, address);
        }
        return source;
    }

    private Optional<Source> right(UUID personId, String code) {
        return switch (code.length()) {
            case Totp.DIGITS -> apps.use(personId, code) ? Optional.of(Source.APP) : Optional.empty();
            case RecoveryCodes.DIGITS -> recovery.use(personId, code) ? Optional.of(Source.RECOVERY) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
