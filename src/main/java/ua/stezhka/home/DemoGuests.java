package ua.stezhka.home;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
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

    /** Each call is another request of another browser, also where a request is already going on, as at the start. */
    Learner next() {
        ManagedContext request = Arc.container().requestContext();
        ContextState outer = request.getStateIfActive();
        request.activate();
        try {
            return Learner.orNewGuest(visitor);
        } finally {
            request.terminate();
            if (outer != null) {
                request.activate(outer);
            }
        }
    }
}
