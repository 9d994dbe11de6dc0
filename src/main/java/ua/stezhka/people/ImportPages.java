package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.CsvFile;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** Imports a list of people: look first, then invite all of them or nobody. */
@Path("/administration/import")
@RunOnVirtualThread
public class ImportPages {
    private final PeopleImports imports;
    private final Outbox outbox;
    private final Visitor visitor;
    private final Frame frame;

    ImportPages(PeopleImports imports, Outbox outbox, Visitor visitor, Frame frame) {
        this.imports = imports;
        this.outbox = outbox;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance peopleImport(ImportView page);
    }

    @GET
    public TemplateInstance ask() {
        visitor.require(Permission.MANAGE_PEOPLE);
        return page(List.of(), null, new Faults(frame.locale()));
    }

    /** A file to begin with. */
    @GET
    @Path("template")
    public Response template() {
        visitor.require(Permission.MANAGE_PEOPLE);
        CsvFile file = new CsvFile(PeopleFile.COLUMNS);
        file.add(List.of(Texts.get(frame.locale(), "people.importSampleName"), "", "olena@example.com", "mentor", ""));
        return Response.ok(file.bytes(), CsvFile.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stezhka-people.csv\"")
                .build();
    }

    /** Looks at a list; nothing is written but the list itself, for an hour. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response look(@RestForm("file") @Nullable FileUpload file) {
        visitor.require(Permission.MANAGE_PEOPLE);
        Faults faults = new Faults(frame.locale());
        try {
            if (file == null || file.size() == 0) {
                throw new PeopleFile.Unreadable("account.import_file_missing");
            }
            if (file.size() > PeopleFile.MOST_BYTES) {
                throw new PeopleFile.Unreadable("account.import_too_long");
            }
            String text = PeopleFile.text(Files.readAllBytes(file.uploadedFile()));
            PeopleImport list = imports.read(text, frame.locale());
            UUID draft = list.right() ? imports.keep(text, visitor.requireRegistered()) : null;
            return Response.status(list.right() ? 200 : 422)
                    .entity(page(list.rows(), draft, faults))
                    .build();
        } catch (PeopleFile.Unreadable unreadable) {
            faults.add("file", unreadable.code());
            return Response.status(422).entity(page(List.of(), null, faults)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the links in the answer itself: they are kept nowhere. */
    @POST
    @Path("confirmation")
    public Response confirm(
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("letters") @DefaultValue("") String letters,
            @Context UriInfo uri) {
        visitor.require(Permission.MANAGE_PEOPLE);
        visitor.require(Permission.GRANT_ROLES);
        Locale locale = frame.locale();
        InvitationLinks links = imports.confirm(
                idOf(id),
                InvitationAdministrationPages.site(uri),
                visitor.requireRegistered(),
                outbox.works() && letters.equals("yes"),
                locale);
        return Response.ok(InvitationAdministrationPages.Templates.invitationLinks(links))
                .build();
    }

    private TemplateInstance page(List<ImportRow> rows, @Nullable UUID draft, Faults faults) {
        return Templates.peopleImport(new ImportView(
                rows,
                draft,
                RoleWords.roles(frame.locale()),
                RoleWords.places(frame.getCommunity(), frame.locale()),
                faults));
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notOfOurForm) {
            throw Problem.conflict("account.import_done");
        }
    }
}
