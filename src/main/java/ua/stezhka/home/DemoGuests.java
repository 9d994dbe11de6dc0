package ua.stezhka.home;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import ua.stezhka.account.Visitor;
import ua.stezhka.quiz.Learner;

/** Somebody without an account opens the site. */
@Singleton
class DemoGuests {
    private final Visitor visitor;

    DemoGuests(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Each call is another request of another browser. */
    @ActivateRequestContext
    Learner next() {
        return Learner.orNewGuest(visitor);
    }
}
