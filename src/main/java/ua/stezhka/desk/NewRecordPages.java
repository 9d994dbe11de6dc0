package ua.stezhka.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Texts;

/** Makes a short record of a person who has no account. */
@Path("/desk/records")
@RunOnVirtualThread
public class NewRecordPages {
    private static final int LONGEST_NAME = 120;
    private static final int OLDEST = 110;

    private final Desk desk;
    private final DeskRecords records;
    private final PlaceNames places;
    private final Clock clock;
    private final Frame frame;

    NewRecordPages(Desk desk, DeskRecords records, PlaceNames places, Clock clock, Frame frame) {
        this.desk = desk;
        this.records = records;
        this.places = places;
        this.clock = clock;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance record(NewRecordForm form);
    }

    /** What is sent; a field that is left out is empty. */
    public record Sent(
            @FormParam("person") String person,
            @FormParam("name") String name,
            @FormParam("born") String born,
            @FormParam("place") String place,
            @FormParam("pin") String pin,
            @FormParam("consent") String consent) {
        public Sent {
            person = Objects.requireNonNullElse(person, "");
            name = Objects.requireNonNullElse(name, "");
            born = Objects.requireNonNullElse(born, "");
            place = Objects.requireNonNullElse(place, "");
            pin = Objects.requireNonNullElse(pin, "");
            consent = Objects.requireNonNullElse(consent, "");
        }
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        List<RoleGrant> grants = desk.grants();
        Sent empty = new Sent(Ids.next().toString(), "", "", key(grants.getFirst()), Cards.newPin(), "");
        return Templates.record(form(empty, grants, new Faults(frame.locale())));
    }

    @POST
    public Response make(@BeanParam Sent sent) {
        List<RoleGrant> grants = desk.grants();
        Faults faults = new Faults(frame.locale());
        String name = LoginName.clean(sent.name());
        @Nullable Integer born = birthYear(sent.born().strip(), faults, name);
        String pin = Pin.clean(sent.pin());
        Pin.check("pin", pin, faults);
        if (sent.consent().isEmpty()) {
            faults.add("consent", "account.said_consent_missing");
        }
        @Nullable UUID person = OwnCardPages.idOf(sent.person());
        if (!faults.isEmpty() || person == null) {
            return Response.status(422)
                    .entity(Templates.record(form(sent, grants, faults)))
                    .build();
        }
        RoleGrant grant = grants.stream()
                .filter(each -> key(each).equals(sent.place()))
                .findFirst()
                .orElse(grants.getFirst());
        return records.make(new AssistedRecords.Draft(person, name, born), grant, pin);
    }

    private @Nullable Integer birthYear(String typed, Faults faults, String name) {
        if (name.codePoints().noneMatch(Character::isLetter)) {
            faults.add("name", "account.called_missing");
        } else if (name.length() > LONGEST_NAME) {
            faults.add("name", "account.name_too_long");
        }
        if (typed.isEmpty()) {
            return null;
        }
        int thisYear = Year.now(clock).getValue();
        int year = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
        if (year > thisYear || year < thisYear - OLDEST) {
            faults.add("born", "account.birth_year_malformed");
        }
        return year;
    }

    private NewRecordForm form(Sent sent, List<RoleGrant> grants, Faults faults) {
        return new NewRecordForm(
                sent.person().isEmpty() ? Ids.next().toString() : sent.person(),
                sent.name(),
                sent.born(),
                sent.place(),
                grants.stream()
                        .map(grant -> new NewRecordForm.Place(
                                key(grant),
                                places.place(grant.scope(), frame.locale())
                                        .orElseGet(() -> Texts.get(frame.locale(), "account.everywhere"))))
                        .distinct()
                        .toList(),
                sent.pin(),
                !sent.consent().isEmpty(),
                faults);
    }

    private static String key(RoleGrant grant) {
        UUID id = grant.scope().id();
        return grant.scope().kind().key() + (id == null ? "" : "-" + id);
    }
}
