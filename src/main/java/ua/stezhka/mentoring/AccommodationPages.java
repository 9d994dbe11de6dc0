package ua.stezhka.mentoring;

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
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.people.People;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.Accommodation;
import ua.stezhka.quiz.Accommodations;

/** How much time a person has in quizzes with a limit. */
@Path("/administration/accommodations/{person}")
@RunOnVirtualThread
public class AccommodationPages {
    private final Accommodations accommodations;
    private final People people;
    private final Visitor visitor;
    private final Frame frame;
    private final PlatformConfig config;

    AccommodationPages(
            Accommodations accommodations, People people, Visitor visitor, Frame frame, PlatformConfig config) {
        this.accommodations = accommodations;
        this.people = people;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "mentoring")
    static class Templates {
        static native TemplateInstance accommodation(AccommodationForm form);
    }

    @GET
    public TemplateInstance ask(@PathParam("person") UUID person, @QueryParam("saved") @DefaultValue("") String saved) {
        visitor.require(Permission.GIVE_TIME);
        return page(person, new Faults(frame.locale()), saved.equals("yes"));
    }

    @POST
    public Response give(@PathParam("person") UUID person, @FormParam("allowance") @DefaultValue("") String allowance) {
        visitor.require(Permission.GIVE_TIME);
        name(person);
        if (person.equals(visitor.requireRegistered())) {
            throw Problem.forbidden("quiz.own_attempt");
        }
        Optional<Accommodation> chosen = Accommodation.find(allowance);
        if (chosen.isEmpty() && !allowance.equals("usual")) {
            Faults faults = new Faults(frame.locale());
            faults.add("allowance", "quiz.allowance_missing");
            return Response.status(422).entity(page(person, faults, false)).build();
        }
        accommodations.give(person, chosen.orElse(null), visitor.requireRegistered());
        return Response.seeOther(URI.create("/administration/accommodations/" + person + "?saved=yes"))
                .build();
    }

    private String name(UUID person) {
        return people.name(person).orElseThrow(Problem::notFound);
    }

    private TemplateInstance page(UUID person, Faults faults, boolean saved) {
        Optional<Accommodations.Given> given = accommodations.given(person);
        return Templates.accommodation(new AccommodationForm(
                person,
                name(person),
                given.map(g -> g.allowance().word()).orElse("usual"),
                given.map(Accommodations.Given::chosenByPerson).orElse(false),
                Dates.date(given.map(Accommodations.Given::givenAt).orElse(null), config.zone()),
                faults,
                saved));
    }
}
