package ua.stezhka.factor;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignIns;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.QrCode;
import ua.stezhka.platform.Texts;

/** What the pages about second factors show. */
@Singleton
class SecondFactorViews {
    private static final String SITE = "platform.name";

    private final CodeApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final PasskeyCeremony ceremony;
    private final SignIns signIns;
    private final Frame frame;
    private final PlatformConfig config;

    SecondFactorViews(
            CodeApps apps,
            Passkeys passkeys,
            RecoveryCodes recovery,
            PasskeyCeremony ceremony,
            SignIns signIns,
            Frame frame,
            PlatformConfig config) {
        this.apps = apps;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.ceremony = ceremony;
        this.signIns = signIns;
        this.frame = frame;
        this.config = config;
    }

    /** A link never leads to another site. */
    static String local(String next) {
        return LocalPath.of(next).toString();
    }

    SecondFactorView all(SessionPerson person, String next, String saved) {
        Optional<Instant> app = apps.addedAt(person.personId());
        return new SecondFactorView(
                app.map(at -> Dates.longDate(at, config.zone(), frame.locale())).orElse(""),
                passkeys.of(person.personId()),
                recovery.left(person.personId()),
                person.half(),
                local(next),
                saved);
    }

    SecondFactorCodeForm code(UUID personId, String next, Faults faults) {
        return new SecondFactorCodeForm(
                apps.addedAt(personId).isPresent(), !passkeys.of(personId).isEmpty(), next, faults);
    }

    CodeAppForm app(SessionPerson person, ProofAsked asked, String next, Faults faults) {
        byte[] secret = apps.offer(person.sessionId());
        String link = Totp.uri(secret, Texts.get(frame.locale(), SITE), signIns.signInName(person.personId()));
        QrCode qr = new QrCode(link);
        return new CodeAppForm(
                qr.svgPath(),
                qr.svgSize(),
                Totp.base32(secret).replaceAll(".{4}(?!$)", "$0 "),
                link,
                apps.addedAt(person.personId()).isPresent(),
                person.half(),
                asked,
                local(next),
                faults);
    }

    PasskeyForm passkey(SessionPerson person, String name, ProofAsked asked, String next, Faults faults) {
        String options = Json.write(
                ceremony.newOptions(person, Texts.get(frame.locale(), SITE), signIns.signInName(person.personId())));
        return new PasskeyForm(options, name, person.half(), asked, local(next), faults);
    }

    /** @throws Problem.NotFound when the person has no application */
    FactorChangeForm appRemoval(SessionPerson person, ProofAsked asked, Faults faults) {
        if (apps.addedAt(person.personId()).isEmpty()) {
            throw Problem.notFound();
        }
        boolean last = passkeys.of(person.personId()).isEmpty();
        return new FactorChangeForm("app", "", SecondFactorGate.SETTINGS + "/app/removal", last, asked, faults);
    }

    /** @throws Problem.NotFound when the person has no such passkey */
    FactorChangeForm passkeyRemoval(SessionPerson person, UUID id, ProofAsked asked, Faults faults) {
        List<PasskeyRow> all = passkeys.of(person.personId());
        PasskeyRow row =
                all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        boolean last = all.size() == 1 && apps.addedAt(person.personId()).isEmpty();
        String action = SecondFactorGate.SETTINGS + "/passkeys/" + id + "/removal";
        return new FactorChangeForm("passkey", row.name(), action, last, asked, faults);
    }

    /** @throws Problem.NotFound when the person has no second factor that could be lost */
    FactorChangeForm newCodes(SessionPerson person, ProofAsked asked, Faults faults) {
        if (!all(person, "", "").any()) {
            throw Problem.notFound();
        }
        return new FactorChangeForm("codes", "", SecondFactorGate.SETTINGS + "/codes", false, asked, faults);
    }
}
