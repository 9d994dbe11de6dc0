package ua.stezhka.certificate;

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
import java.util.Set;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;

/** The administrator's list of certificates, and the page that revokes one. */
@Path("/administration/certificates")
@RunOnVirtualThread
public class CertificateAdministrationPages {
    private static final Set<String> STATES = Set.of("all", "valid", "revoked");
    private static final Set<String> REASONS = Set.of("request", "mistake");
    private final Certificates certificates;
    private final CertificateReader reader;
    private final Visitor visitor;
    private final Frame frame;
    private final PlatformConfig config;

    CertificateAdministrationPages(
            Certificates certificates, CertificateReader reader, Visitor visitor, Frame frame, PlatformConfig config) {
        this.certificates = certificates;
        this.reader = reader;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance list(CertificateList page);

        static native TemplateInstance revocation(RevocationForm form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("number") @DefaultValue("") String number,
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.SEE_CERTIFICATES);
        String known = STATES.contains(state) ? state : "all";
        PageOf<Certificate> found = reader.page(CertificateNumber.beginning(number), known, PageOf.number(page));
        return Templates.list(new CertificateList(
                number,
                known,
                new PageOf<>(
                        found.rows().stream().map(this::row).toList(), found.number(), found.total(), found.size())));
    }

    @GET
    @Path("{number}/revocation")
    public TemplateInstance ask(@PathParam("number") String typed) {
        visitor.require(Permission.REVOKE_CERTIFICATES);
        return Templates.revocation(new RevocationForm(row(find(typed)), new Faults(frame.locale())));
    }

    /** Revokes; a second request finds it done. */
    @POST
    @Path("{number}/revocation")
    public Response revoke(@PathParam("number") String typed, @FormParam("reason") @DefaultValue("") String reason) {
        visitor.require(Permission.REVOKE_CERTIFICATES);
        Certificate certificate = find(typed);
        if (!REASONS.contains(reason)) {
            Faults faults = new Faults(frame.locale());
            faults.add("reason", "certificate.reason_missing");
            return Response.status(422)
                    .entity(Templates.revocation(new RevocationForm(row(certificate), faults)))
                    .build();
        }
        certificates.revoke(certificate.number(), visitor.requireRegistered(), reason);
        return Response.seeOther(URI.create("/certificates/" + certificate.number()))
                .build();
    }

    private Certificate find(String typed) {
        if (!(CertificateNumber.read(typed) instanceof CertificateNumber.Reading.Understood understood)) {
            throw Problem.notFound();
        }
        return reader.find(understood.number()).orElseThrow(Problem::notFound);
    }

    private CertificateList.Row row(Certificate certificate) {
        return new CertificateList.Row(
                certificate.number().toString(),
                certificate.holderName(),
                certificate.revision().title().in(frame.locale()),
                certificate.revision().title().languageIn(frame.locale()),
                Dates.date(certificate.issuedAt(), config.zone()),
                certificate.valid(),
                Dates.date(certificate.revokedAt(), config.zone()));
    }
}
