package ua.stezhka.factor;

import jakarta.inject.Singleton;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.Permission;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** The person who looks after their own second factors on this page. */
@Singleton
class FactorOwner {
    private final Visitor visitor;
    private final Frame frame;

    FactorOwner(Visitor visitor, Frame frame) {
        this.visitor = visitor;
        this.frame = frame;
    }

    /** @throws ua.stezhka.platform.Problem.Unauthenticated for guests and unknown browsers */
    SessionPerson person() {
        visitor.requireRegistered();
        return visitor.sessionPerson().orElseThrow();
    }

    Faults faults() {
        return new Faults(frame.locale());
    }

    /** The request goes on in a new session, and its page is that of a person who is in. */
    void goesOn(NewSession session) {
        SessionPerson person = session.person();
        visitor.becomes(session);
        frame.known(person.personId());
        frame.signedIn(person.name(), person.may(Permission.SEE_PEOPLE));
    }
}
