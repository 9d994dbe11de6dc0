package ua.stezhka.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.AccountTaken;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Weeks later: the person of a card makes an account, or an account takes the card over. */
@Path("/card/claim")
@RunOnVirtualThread
public class ClaimPages {
    private static final URI DONE = URI.create("/settings/help?claimed=yes");
    private static final URI NEW_CARD = URI.create("/settings/card");
    private static final URI BY_CARD = URI.create("/sign-in/card?next=/card/claim");

    private final Claims claims;
    private final CardSignIns cards;
    private final Visitor visitor;
    private final Frame frame;

    ClaimPages(Claims claims, CardSignIns cards, Visitor visitor, Frame frame) {
        this.claims = claims;
        this.cards = cards;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance claim(ClaimForm form);
    }

    /** What is sent; a field that is left out is empty. */
    public record Sent(
            @FormParam("name") String name,
            @FormParam("loginName") String loginName,
            @FormParam("password") String password,
            @FormParam("email") String email,
            @FormParam("consent") String consent,
            @FormParam("card") String card,
            @FormParam("code") String code,
            @FormParam("pin") String pin) {
        public Sent {
            name = Objects.requireNonNullElse(name, "");
            loginName = Objects.requireNonNullElse(loginName, "");
            password = Objects.requireNonNullElse(password, "");
            email = Objects.requireNonNullElse(email, "");
            consent = Objects.requireNonNullElse(consent, "");
            card = Objects.requireNonNullElse(card, "");
            code = Objects.requireNonNullElse(code, "");
            pin = Objects.requireNonNullElse(pin, "");
        }

        NewAccount account() {
            return new NewAccount(name, loginName, password, email);
        }

        boolean keepsCard() {
            return !card.equals("replace");
        }
    }

    @GET
    public Object form(@QueryParam("code") @DefaultValue("") String code) {
        SessionPerson person = visitor.sessionPerson().orElse(null);
        if (person == null || !person.named()) {
            return Response.seeOther(BY_CARD).build();
        }
        if (person.way() == Way.CARD && person.registered()) {
            return Response.seeOther(URI.create("/card")).build();
        }
        boolean joins = person.registered();
        String name = joins ? "" : person.name();
        return Templates.claim(new ClaimForm(joins, name, "", false, "", code, true, new Faults(frame.locale())));
    }

    @POST
    public Response claim(@BeanParam Sent sent, @Context HttpServerRequest request) {
        SessionPerson person = visitor.sessionPerson().orElse(null);
        String address = SignInPages.address(request);
        if (person != null && person.way() == Way.CARD && !person.registered()) {
            return makeAccount(person, sent, address);
        }
        if (person != null && person.registered() && !person.learningOnly()) {
            return join(person, sent, address);
        }
        return claims.ofFirstPress(sent.account(), address, visitor.sessionPerson())
                .map(session -> begun(session, sent))
                .orElseGet(() -> Response.seeOther(BY_CARD).build());
    }

    private Response makeAccount(SessionPerson holder, Sent sent, String address) {
        NewAccount account = sent.account();
        Faults faults = account.check(new Faults(frame.locale()));
        checkConsent(sent, faults);
        if (faults.isEmpty()) {
            String hash = claims.hash(account.password());
            try {
                return begun(claims.claim(holder, account, hash, sent.keepsCard()), sent);
            } catch (AccountTaken taken) {
                Optional<NewSession> first = claims.ofFirstPress(account, address, Optional.of(holder));
                if (first.isPresent()) {
                    return begun(first.get(), sent);
                }
                taken.tell(faults);
            } catch (Problem.Conflict claimed) {
                return begun(
                        claims.ofFirstPress(account, address, Optional.of(holder))
                                .orElseThrow(() -> claimed),
                        sent);
            }
        }
        boolean ask = faults.has("loginName") || !account.loginName().isEmpty();
        return again(
                new ClaimForm(
                        false,
                        account.name(),
                        account.signInName(),
                        ask,
                        account.email(),
                        "",
                        sent.keepsCard(),
                        faults),
                422);
    }

    private Response begun(NewSession session, Sent sent) {
        visitor.becomes(session);
        return Response.seeOther(sent.keepsCard() ? DONE : NEW_CARD).build();
    }

    private Response join(SessionPerson account, Sent sent, String address) {
        Faults faults = new Faults(frame.locale());
        int status = 422;
        try {
            Optional<UUID> holder = CardSignInPages.recognise(cards, sent.code(), sent.pin(), address, faults);
            checkConsent(sent, faults);
            if (holder.isPresent() && faults.isEmpty()) {
                claims.join(holder.get(), account, sent.keepsCard());
                return Response.seeOther(sent.keepsCard() ? DONE : NEW_CARD).build();
            }
            if (faults.has("code") && claims.hasJustJoined(account)) {
                return Response.seeOther(sent.keepsCard() ? DONE : NEW_CARD).build();
            }
        } catch (Problem.TooMany wait) {
            faults.add("code", "account.sign_in_wait");
            status = 429;
        }
        return again(new ClaimForm(true, "", "", false, "", sent.code(), sent.keepsCard(), faults), status);
    }

    private static void checkConsent(Sent sent, Faults faults) {
        if (sent.consent().isEmpty()) {
            faults.add("consent", "account.consent_missing");
        }
    }

    private static Response again(ClaimForm form, int status) {
        return Response.status(status).entity(Templates.claim(form)).build();
    }
}
