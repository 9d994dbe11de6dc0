package ua.stezhka.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Frame;

/** Knows shared computers by their mark, and sees when somebody has left one without clearing. */
class SharedComputerFilters {
    private static final int BEFORE_IDENTITY = 4000;
    private static final int AFTER_IDENTITY = 6000;

    private final SharedBrowser browser;
    private final SharedComputers computers;
    private final SharedTraces traces;
    private final Visitor visitor;
    private final Frame frame;

    SharedComputerFilters(
            SharedBrowser browser, SharedComputers computers, SharedTraces traces, Visitor visitor, Frame frame) {
        this.browser = browser;
        this.computers = computers;
        this.traces = traces;
        this.visitor = visitor;
        this.frame = frame;
    }

    @ServerRequestFilter(priority = BEFORE_IDENTITY)
    public void recognise(ContainerRequestContext request) {
        String secret = Cookies.value(request, traces.markCookie());
        if (secret == null) {
            return;
        }
        Optional<SharedComputer> computer = computers.find(secret);
        if (computer.isPresent()) {
            browser.is(computer.get());
            frame.onSharedComputer(computers.idle());
        } else {
            browser.isNoMore();
        }
    }

    /** Nobody is here, and no sign that all was cleared since somebody was: what is left is not shown, and goes with the answer. */
    @ServerRequestFilter(priority = AFTER_IDENTITY)
    public void lookForLeftovers(ContainerRequestContext request) {
        frame.marksComputers(
                !visitor.grantsFor(Permission.MARK_SHARED_COMPUTERS).isEmpty());
        boolean nobody = visitor.sessionPerson().isEmpty();
        if (browser.computer().isPresent() && nobody && Cookies.value(request, traces.cleanCookie()) == null) {
            frame.forgetComfort();
        }
    }
}
