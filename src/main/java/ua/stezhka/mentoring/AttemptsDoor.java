package ua.stezhka.mentoring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;

/** Whether a page may lead whoever looks to the attempts of others. */
@Named("attempts")
@RequestScoped
public class AttemptsDoor {
    private final Visitor visitor;

    AttemptsDoor(Visitor visitor) {
        this.visitor = visitor;
    }

    public boolean isOpen() {
        return visitor.may(Permission.SEE_ATTEMPTS);
    }
}
