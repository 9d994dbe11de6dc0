package ua.stezhka.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Problem;

/** The public check of certificates, and the holder's own page with the PDF. */
@Path("/certificates")
@RunOnVirtualThread
public class CertificatePages {
    private static final Set<String> SHOWN = Set.of("full", "short", "none");
    private final Certificates certificates;
    private final CertificateReader reader;
    private final CertificateViews views;
    private final CertificatePdfs pdfs;
    private final MissLimit limit;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    CertificatePages(
            Certificates certificates,
            CertificateReader reader,
            CertificateViews views,
            CertificatePdfs pdfs,
            MissLimit limit,
            AuditTrail audit,
            Visitor visitor,
            Frame frame) {
        this.certificates = certificates;
        this.reader = reader;
        this.views = views;
        this.pdfs = pdfs;
        this.limit = limit;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance check(CheckForm form);

        static native TemplateInstance state(CertificateView page);

        static native TemplateInstance own(CertificateView page);
    }

    /** The page on which a number is typed; a typed number leads to its certificate. */
    @GET
    public Object check(@QueryParam("number") Optional<String> typed, @Context HttpServerRequest request) {
        if (typed.isEmpty()) {
            return Templates.check(new CheckForm("", new Faults(frame.locale())));
        }
        return switch (CertificateNumber.read(typed.get())) {
            case CertificateNumber.Reading.Understood understood -> found(understood.number(), typed.get(), request);
            case CertificateNumber.Reading.Mistyped mistyped -> again(typed.get(), slip(mistyped), 422);
        };
    }

    private static String slip(CertificateNumber.Reading.Mistyped mistyped) {
        return "certificate." + mistyped.slip().name().toLowerCase(Locale.ROOT);
    }

    private Object found(CertificateNumber number, String typed, HttpServerRequest request) {
        limit.check(address(request));
        if (reader.find(number).isPresent()) {
            return Response.seeOther(URI.create("/certificates/" + number)).build();
        }
        limit.missed(address(request));
        return again(typed, "certificate.unknown", 404);
    }

    private Response again(String typed, String code, int status) {
        Faults faults = new Faults(frame.locale());
        faults.add("number", code);
        return Response.status(status)
                .entity(Templates.check(new CheckForm(typed, faults)))
                .build();
    }

    @GET
    @Path("{number}")
    public Object state(@PathParam("number") String typed, @Context UriInfo uri, @Context HttpServerRequest request) {
        return switch (CertificateNumber.read(typed)) {
            case CertificateNumber.Reading.Understood understood -> {
                Optional<Certificate> mine = visitor.registered() ? open(understood.number()) : Optional.empty();
                yield mine.isPresent() ? state(mine.get(), uri) : shown(understood.number(), typed, uri, request);
            }
            // An address that nobody can have printed: there is no such page, and the form helps to find the slip.
            case CertificateNumber.Reading.Mistyped mistyped -> again(typed, slip(mistyped), 404);
        };
    }

    private Object shown(CertificateNumber number, String typed, UriInfo uri, HttpServerRequest request) {
        limit.check(address(request));
        Optional<Certificate> known = reader.find(number);
        return known.isEmpty() ? found(number, typed, request) : state(known.get(), uri);
    }

    private TemplateInstance state(Certificate known, UriInfo uri) {
        boolean own = visitor.registered() && known.heldBy(visitor.personId());
        boolean all = own || visitor.may(Permission.SEE_CERTIFICATES);
        if (all) {
            audit.viewed("certificate.certificate_viewed", known.personId(), Permission.SEE_CERTIFICATES);
        }
        CertificateView view = views.view(known, all, visitor, frame.locale(), uri.getBaseUri());
        return own ? Templates.own(view) : Templates.state(view);
    }

    /** The PDF, for the holder and for administrators; to others there is no such thing. */
    @GET
    @Path("{number}/pdf")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("number") String typed, @QueryParam("lang") Optional<String> language, @Context UriInfo uri) {
        Certificate certificate = mine(typed);
        if (!certificate.valid()) {
            throw Problem.conflict("certificate.revoked");
        }
        audit.viewed("certificate.certificate_viewed", certificate.personId(), Permission.SEE_CERTIFICATES);
        Locale locale = language.map(Languages::of).orElse(frame.locale());
        return Response.ok(pdfs.print(certificate, locale, uri.getBaseUri()), "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"stezhka-" + certificate.revision().slug() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The holder says what others see of the name. */
    @POST
    @Path("{number}/shown-name")
    @Produces(MediaType.TEXT_HTML)
    public Response showName(
            @PathParam("number") String typed, @FormParam("shown") @DefaultValue("short") String shown) {
        Certificate certificate = mine(typed);
        certificates.showName(
                certificate.number(), visitor.requireRegistered(), SHOWN.contains(shown) ? shown : "short");
        return Response.seeOther(URI.create("/certificates/" + certificate.number() + "#share"))
                .build();
    }

    /** Issues the certificate anew under the holder's present name. */
    @POST
    @Path("{number}/reissue")
    @Produces(MediaType.TEXT_HTML)
    public Response reissue(@PathParam("number") String typed) {
        Certificate certificate = mine(typed);
        CertificateNumber fresh = certificates.reissue(certificate.number(), visitor.requireRegistered());
        return Response.seeOther(URI.create("/certificates/" + fresh)).build();
    }

    private Certificate mine(String typed) {
        if (!(CertificateNumber.read(typed) instanceof CertificateNumber.Reading.Understood understood)) {
            throw Problem.notFound();
        }
        return open(understood.number()).orElseThrow(Problem::notFound);
    }

    /** The certificate, when it is the visitor's own or the visitor may see all. */
    private Optional<Certificate> open(CertificateNumber number) {
        return reader.find(number)
                .filter(certificate ->
                        visitor.may(Permission.SEE_CERTIFICATES) || certificate.heldBy(visitor.personId()));
    }

    static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }
}
