package ua.stezhka.quiz;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AttemptForm;

/** Files as answers, by a plain form: sent one at a time, taken back, fetched by whoever sent them. */
@Path("/attempts/{attempt}/questions/{position}/files")
@RunOnVirtualThread
public class UploadPages {
    private final Uploads uploads;
    private final UploadedFiles files;
    private final UploadRules rules;
    private final AttemptReader reader;
    private final QuizViews views;
    private final Visitor visitor;
    private final Frame frame;

    UploadPages(
            Uploads uploads,
            UploadedFiles files,
            UploadRules rules,
            AttemptReader reader,
            QuizViews views,
            Visitor visitor,
            Frame frame) {
        this.uploads = uploads;
        this.files = files;
        this.rules = rules;
        this.reader = reader;
        this.views = views;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** Takes a file; what is wrong with it is said on the page of the question. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @RestForm("file") @Nullable FileUpload file) {
        UUID person = requireAccount(visitor);
        AttemptSheet sheet = reader.at(person, attempt, position);
        try {
            Uploads.State state = uploads.take(
                    new Uploads.Place(person, attempt, position), name(file), bytes(file, rules.mostBytes()));
            return state.refused().isEmpty()
                    ? back(attempt, position)
                    : refused(person, sheet, position, state.refused());
        } catch (Problem.Invalid invalid) {
            return refused(person, sheet, position, invalid.faults().getFirst().code());
        }
    }

    @POST
    @Path("removal")
    public Response remove(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @FormParam("file") @DefaultValue("") String file) {
        UUID person = requireAccount(visitor);
        UUID id = AttemptForm.uuid(file);
        if (id == null) {
            throw Problem.notFound();
        }
        uploads.remove(new Uploads.Place(person, attempt, position), id);
        return back(attempt, position);
    }

    @GET
    @Path("{file}")
    public Response fetch(
            @PathParam("attempt") UUID attempt, @PathParam("position") int position, @PathParam("file") UUID file) {
        return FileAnswers.of(files.ofOwner(visitor.requirePersonId(), attempt, position, file));
    }

    /** Files are taken of people with an account only: nobody else may fill our disks. */
    static UUID requireAccount(Visitor visitor) {
        if (!visitor.registered()) {
            throw Problem.unauthenticated();
        }
        return visitor.requirePersonId();
    }

    private Response refused(UUID person, AttemptSheet sheet, int position, String code) {
        Faults faults = new Faults(frame.locale());
        faults.add("file", code);
        return Response.status(422)
                .entity(AttemptPages.Templates.question(
                        views.question(person, sheet, position, null, faults, frame.locale())))
                .build();
    }

    private static String name(@Nullable FileUpload file) {
        return file == null || file.fileName() == null ? "" : file.fileName();
    }

    private static byte[] bytes(@Nullable FileUpload file, long most) {
        if (file == null) {
            return new byte[0];
        }
        if (file.size() > most) {
            throw UploadRules.refused("quiz.file_too_large");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response back(UUID attempt, int position) {
        return Response.seeOther(URI.create("/attempts/" + attempt + "/questions/" + position))
                .build();
    }
}
