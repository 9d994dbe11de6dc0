package ua.stezhka.people;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** Merges another account of the same person into this one. */
@Path("/administration/people/{id}/merge")
@RunOnVirtualThread
public class MergePages {
    private final PersonAccounts accounts;
    private final People people;
    private final Merges merges;
    private final MergeEffects effects;
    private final Visitor visitor;
    private final Frame frame;

    MergePages(
            PersonAccounts accounts, People people, Merges merges, MergeEffects effects, Visitor visitor, Frame frame) {
        this.accounts = accounts;
        this.people = people;
        this.merges = merges;
        this.effects = effects;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance merge(MergeView page);
    }

    @GET
    public TemplateInstance ask(
            @PathParam("id") UUID id,
            @QueryParam("find") Optional<String> find,
            @QueryParam("other") Optional<UUID> other) {
        visitor.require(Permission.MANAGE_PEOPLE);
        PersonAccount account = accounts.of(id);
        if (other.isPresent()) {
            return Templates.merge(new MergeView(
                    account,
                    "",
                    List.of(),
                    accounts.of(other.get()),
                    lines(other.get(), id),
                    effects(other.get(), id)));
        }
        // Who has two accounts mostly has the same name twice.
        String sought = find.orElse(account.name());
        List<PersonRow> found = people.search(PeopleFilter.of(sought), 1, frame.locale()).rows().stream()
                .filter(row -> !row.id().equals(id))
                .toList();
        return Templates.merge(new MergeView(account, sought, found, null, List.of(), List.of()));
    }

    @POST
    public Response merge(@PathParam("id") UUID id, @FormParam("other") @DefaultValue("") String other) {
        visitor.require(Permission.MANAGE_PEOPLE);
        visitor.require(Permission.GRANT_ROLES);
        PersonAccount account = accounts.of(id);
        merges.merge(idOf(other), id, visitor.requireRegistered());
        return PersonPages.done(account, "merged");
    }

    private List<MergeView.Line> lines(UUID mergedId, UUID personId) {
        return effects.holdings(mergedId, personId).stream()
                .map(line -> new MergeView.Line(Texts.get(frame.locale(), line.text()), line.kept(), line.merged()))
                .toList();
    }

    private List<String> effects(UUID mergedId, UUID personId) {
        return effects.of(mergedId, personId).stream()
                .map(key -> Texts.get(frame.locale(), key))
                .toList();
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.conflict("account.merge_impossible");
        }
    }
}
