package ua.stezhka.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.SessionDoubts;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;

/** Keeps who came in by a card, or for whom somebody works, to learning; writes down what is done on behalf of a person. */
class HelpFilters {
    static final String END = "/desk/help/end";

    /** After it is known who asks. */
    private static final int WHEN = 5100;

    private static final String ACT = "ua.stezhka.help-act";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> NO_DEEDS = Set.of(END, "/sign-out", "/comfort", "/policy-reports");

    /** What only the account itself opens, whichever page it stands on. */
    private static final Pattern FOR_ACCOUNTS =
            Pattern.compile("/settings/(?!help$).*|/administration(/.*)?|/api/v1/accounts.*");

    /** What nobody does for somebody else. */
    private static final Pattern NOT_FOR_OTHERS = Pattern.compile(
            "/settings(/.*)?|/registration|/sign-in(/.*)?|/card(/.*)?|/desk(/.*)?|/api/v1/sessions|/certificates/[^/]+/(shown-name|reissue)");

    private final Visitor visitor;
    private final Helps helps;
    private final Frame frame;
    private final PlatformConfig config;

    HelpFilters(Visitor visitor, Helps helps, Frame frame, PlatformConfig config) {
        this.visitor = visitor;
        this.helps = helps;
        this.frame = frame;
        this.config = config;
    }

    @ServerRequestFilter(priority = WHEN)
    public @Nullable Response limit(ContainerRequestContext request) {
        SessionPerson person = visitor.sessionPerson().orElse(null);
        if (person == null || !person.learningOnly()) {
            return null;
        }
        String path = request.getUriInfo().getPath();
        if (person.way() == Way.HELPED) {
            help(person, path, request);
            return null;
        }
        if (FOR_ACCOUNTS.matcher(path).matches()) {
            throw Problem.forbidden("account.card_opens_learning");
        }
        return path.equals("/settings") || path.equals("/registration")
                ? Response.seeOther(URI.create(path.equals("/settings") ? "/card" : "/card/claim"))
                        .build()
                : null;
    }

    private void help(SessionPerson person, String path, ContainerRequestContext request) {
        Helps.Running work = helps.running(person).orElse(null);
        if (work == null) {
            visitor.leaves();
            throw Problem.unauthenticated();
        }
        frame.helps(new Frame.Helped(person.name(), time(work.begunAt()), time(work.endsAt())));
        if (NO_DEEDS.contains(path) || path.startsWith(SessionDoubts.LIFELINES)) {
            return;
        }
        if (FOR_ACCOUNTS.matcher(path).matches() || NOT_FOR_OTHERS.matcher(path).matches()) {
            throw Problem.forbidden("account.helped_not_here");
        }
        if (!SAFE.contains(request.getMethod())) {
            request.setProperty(ACT, helps.act(work, HelpKind.ofRequest(path)));
        }
    }

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && request.getProperty(ACT) instanceof UUID act) {
            helps.refused(act);
        }
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(config.zone()));
    }
}
