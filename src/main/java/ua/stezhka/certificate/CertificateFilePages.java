package ua.stezhka.certificate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** The public check of a certificate's file. Nothing of it is kept. */
@Path("/certificates/file")
@RunOnVirtualThread
public class CertificateFilePages {
    private final FileCheck files;
    private final CertificateReader reader;
    private final CertificateViews views;
    private final MissLimit limit;
    private final Visitor visitor;
    private final Frame frame;

    CertificateFilePages(
            FileCheck files,
            CertificateReader reader,
            CertificateViews views,
            MissLimit limit,
            Visitor visitor,
            Frame frame) {
        this.files = files;
        this.reader = reader;
        this.views = views;
        this.limit = limit;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** Whoever comes back to the answer, such as by changing the language, finds the form. */
    @GET
    public Response ask() {
        return Response.seeOther(URI.create("/certificates")).build();
    }

    /**
     * Shows the certificate in the answer itself: an address that says «the file is genuine» could be sent together with another file.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response check(
            @RestForm("file") @Nullable FileUpload file, @Context UriInfo uri, @Context HttpServerRequest request) {
        String address = CertificatePages.address(request);
        limit.check(address);
        return switch (finding(file)) {
            case FileCheck.Finding.Genuine genuine ->
                reader.find(genuine.number())
                        .map(certificate -> found(certificate, uri))
                        .orElseGet(() -> again(FileCheck.FOREIGN));
            case FileCheck.Finding.Refused refused -> {
                if (refused.looked()) {
                    limit.missed(address);
                }
                yield again(refused.code());
            }
        };
    }

    private FileCheck.Finding finding(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return new FileCheck.Finding.Refused("certificate.file_missing", false);
        }
        try {
            return files.check(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What everybody may see of it, also when its holder asks. */
    private Response found(Certificate certificate, UriInfo uri) {
        CertificateView view = views.ofFile(certificate, visitor, frame.locale(), uri.getBaseUri());
        return Response.ok(CertificatePages.Templates.state(view)).build();
    }

    private Response again(String code) {
        Faults faults = new Faults(frame.locale());
        faults.add("file", code);
        return Response.status(422)
                .entity(CertificatePages.Templates.check(new CheckForm("", faults)))
                .build();
    }
}
