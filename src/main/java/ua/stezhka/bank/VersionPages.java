package ua.stezhka.bank;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.quiz.BankedVersion;
import ua.stezhka.quiz.QuestionBank;

/** What is done to versions of questions: correct a key, review, publish, retire, take back. */
@Path("/bank/versions/{version}")
@RunOnVirtualThread
public class VersionPages {
    private final QuestionBank bank;
    private final VersionDeeds deeds;
    private final Visitor visitor;
    private final Frame frame;

    VersionPages(QuestionBank bank, VersionDeeds deeds, Visitor visitor, Frame frame) {
        this.bank = bank;
        this.deeds = deeds;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance correction(CorrectionForm form);
    }

    @GET
    @Path("correction")
    public TemplateInstance ask(@PathParam("version") UUID id) {
        visitor.require(Permission.WRITE_QUESTIONS);
        BankedVersion version = correctable(id);
        return Templates.correction(
                form(version, new KeyForm(version, frame.locale()).fields(), new Faults(frame.locale())));
    }

    /** Makes a draft with the corrected key; it counts for nobody before somebody reviewed and published it. */
    @POST
    @Path("correction")
    public Response correct(@PathParam("version") UUID id, MultivaluedMap<String, String> typed) {
        visitor.require(Permission.WRITE_QUESTIONS);
        BankedVersion version = correctable(id);
        KeyForm keys = new KeyForm(version, frame.locale());
        Faults faults = new Faults(frame.locale());
        AnswerKey key = keys.read(typed, faults);
        if (key == null || !faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.correction(form(version, keys.fields(typed), faults)))
                    .build();
        }
        deeds.draft(id, key, visitor.requireRegistered());
        return back(version, "drafted");
    }

    private BankedVersion correctable(UUID id) {
        BankedVersion version = bank.version(id);
        if (version.publishedAt() == null || !KeyForm.fits(version)) {
            throw Problem.notFound();
        }
        return version;
    }

    private CorrectionForm form(BankedVersion version, List<KeyField> fields, Faults faults) {
        return new CorrectionForm(
                version.id(),
                version.questionId(),
                version.plain().in(frame.locale()),
                version.plain().languageIn(frame.locale()),
                fields,
                faults);
    }

    /** Says that a draft of somebody else is right. */
    @POST
    @Path("review")
    public Response review(@PathParam("version") UUID id) {
        visitor.require(Permission.REVIEW_QUESTIONS);
        return bring(id, deeds::review, "reviewed");
    }

    @POST
    @Path("publication")
    public Response publish(@PathParam("version") UUID id) {
        visitor.require(Permission.REVIEW_QUESTIONS);
        return bring(id, deeds::publish, "published");
    }

    @POST
    @Path("retirement")
    public Response retire(@PathParam("version") UUID id) {
        visitor.require(Permission.REVIEW_QUESTIONS);
        return bring(id, deeds::retire, "retired");
    }

    @POST
    @Path("retirement/end")
    public Response restore(@PathParam("version") UUID id) {
        visitor.require(Permission.REVIEW_QUESTIONS);
        return bring(id, deeds::restore, "restored");
    }

    /** Brings a version further, and goes back to its question. */
    private Response bring(UUID id, BiConsumer<UUID, UUID> deed, String done) {
        BankedVersion version = bank.version(id);
        deed.accept(id, visitor.requireRegistered());
        return back(version, done);
    }

    private static Response back(BankedVersion version, String done) {
        return Response.seeOther(URI.create("/bank/questions/" + version.questionId() + "?done=" + done))
                .build();
    }
}
