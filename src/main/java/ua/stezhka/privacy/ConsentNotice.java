package ua.stezhka.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ua.stezhka.account.Visitor;

/** Tells the pages of settings that a text somebody agreed to has changed, so that the person is asked again. */
@RequestScoped
@Named("consentNotice")
public class ConsentNotice {
    private final Consents consents;
    private final Visitor visitor;

    ConsentNotice(Consents consents, Visitor visitor) {
        this.consents = consents;
        this.visitor = visitor;
    }

    /** Whether the person agreed to an older text. */
    public boolean isDue() {
        return visitor.personId()
                .filter(person -> consents.of(person).values().stream().anyMatch(Consents.Said::outdated))
                .isPresent();
    }
}
