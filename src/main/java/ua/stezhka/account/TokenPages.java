package ua.stezhka.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** The tokens by which a person's own programs come in. */
@Path("/settings/tokens")
@RunOnVirtualThread
public class TokenPages {
    private static final int USUAL_DAYS = 90;

    private final PersonalTokens tokens;
    private final Visitor visitor;
    private final Frame frame;
    private final PlatformConfig config;

    TokenPages(PersonalTokens tokens, Visitor visitor, Frame frame, PlatformConfig config) {
        this.tokens = tokens;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance tokens(TokensView page);
    }

    @GET
    public TemplateInstance tokens(@QueryParam("revoked") @DefaultValue("false") boolean revoked) {
        return page(person(), empty(), null, revoked, new Faults(frame.locale()));
    }

    /** Answers with the page itself: the secret is shown once and must not travel through an address. */
    @POST
    public Response make(
            @FormParam("form") @Nullable UUID form,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("scopes") List<String> scopes,
            @FormParam("days") @DefaultValue("0") int days) {
        UUID person = person();
        NewToken asked = NewToken.of(form == null ? Ids.next() : form, name, scopes, days);
        Faults faults = asked.check(new Faults(frame.locale()));
        if (faults.isEmpty()) {
            try {
                String secret = tokens.make(person, asked);
                return Response.status(201)
                        .entity(page(person, empty(), secret, false, faults))
                        .build();
            } catch (Problem.Conflict many) {
                faults.add("name", many.code());
            }
        }
        return Response.status(422)
                .entity(page(person, asked, null, false, faults))
                .build();
    }

    @POST
    @Path("{token}/revocation")
    public Response revoke(@PathParam("token") UUID token) {
        tokens.revoke(visitor.requireRegistered(), token);
        return Response.seeOther(URI.create("/settings/tokens?revoked=true")).build();
    }

    /** A token lasts longer than a visit, so whoever came in by a card or with help at a desk makes none. */
    private UUID person() {
        UUID person = visitor.requireRegistered();
        if (!visitor.mayMakeTokens()) {
            throw Problem.forbidden("account.tokens_need_a_password");
        }
        return person;
    }

    private static NewToken empty() {
        return NewToken.of(Ids.next(), "", List.of(), USUAL_DAYS);
    }

    private TemplateInstance page(UUID person, NewToken asked, @Nullable String made, boolean revoked, Faults faults) {
        List<TokensView.Choice> scopes = Arrays.stream(TokenScope.values())
                .map(scope -> new TokensView.Choice(
                        scope.key(), word(scope), asked.scopes().contains(scope)))
                .toList();
        List<TokensView.Choice> days = NewToken.DAYS.stream()
                .map(count -> new TokensView.Choice(
                        count.toString(), Texts.get(frame.locale(), "account.tokenDays", count), count == asked.days()))
                .toList();
        List<TokensView.Row> rows = tokens.of(person).stream().map(this::row).toList();
        return Templates.tokens(new TokensView(rows, asked.id(), asked.name(), scopes, days, made, revoked, faults));
    }

    private TokensView.Row row(PersonalTokens.Living token) {
        return new TokensView.Row(
                token.id(),
                token.name(),
                token.scopes().stream().map(this::word).toList(),
                Dates.longDate(token.expiresAt(), config.zone(), frame.locale()),
                Dates.longDateTime(token.usedAt(), config.zone(), frame.locale()));
    }

    private String word(TokenScope scope) {
        return Texts.get(frame.locale(), "account.scope_" + scope.key().replace(':', '_'));
    }
}
