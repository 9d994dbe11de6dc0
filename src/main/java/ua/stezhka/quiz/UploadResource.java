package ua.stezhka.quiz;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;

/**
 * Files as answers, piece by piece, so that a cut line costs one piece at most. Source: tus resumable upload protocol 1.0.0, core,
 * creation and termination.
 */
@Path("/api/v1/attempts/{attempt}/questions/{position}/uploads")
@RunOnVirtualThread
@Tag(name = "Attempts")
public class UploadResource {
    private static final String VERSION = "1.0.0";
    private static final String TUS = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PIECE = "application/offset+octet-stream";
    private static final Pattern NAME = Pattern.compile("(?:^|,)\\s*filename ([A-Za-z0-9+/=]{1,2000})");

    private final Uploads uploads;
    private final UploadRules rules;
    private final Visitor visitor;

    UploadResource(Uploads uploads, UploadRules rules, Visitor visitor) {
        this.uploads = uploads;
        this.rules = rules;
        this.visitor = visitor;
    }

    @POST
    @Operation(operationId = "beginUpload", summary = "Tell the name and size of a file that is to be sent")
    @APIResponse(responseCode = "201", description = "Where to send it: Location")
    @APIResponse(responseCode = "401", description = "Nobody with an account is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person, or no file is asked for there")
    @APIResponse(responseCode = "409", description = "quiz.attempt_closed: submitted")
    @APIResponse(responseCode = "412", description = "Another version of the protocol")
    @APIResponse(responseCode = "413", description = "Larger than a file may be")
    @APIResponse(responseCode = "422", description = "No size, or too many files, or too large together")
    public Response begin(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(LENGTH) @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata) {
        Uploads.Place place = new Uploads.Place(UploadPages.requireAccount(visitor), attempt, position);
        uploads.requireOpen(place);
        requireVersion(version);
        long size = number(length);
        if (size > rules.mostBytes()) {
            throw new WebApplicationException(413);
        }
        Uploads.State state = uploads.begin(place, name(metadata), size);
        return told(Response.created(URI.create(
                        "/api/v1/attempts/" + attempt + "/questions/" + position + "/uploads/" + state.id())))
                .header(OFFSET, 0)
                .build();
    }

    @HEAD
    @Path("{upload}")
    @Operation(operationId = "readUpload", summary = "How much of a file has arrived")
    @APIResponse(responseCode = "200", description = "Upload-Offset of Upload-Length bytes are here")
    @APIResponse(responseCode = "401", description = "Nobody with an account is known")
    @APIResponse(responseCode = "404", description = "No such file of this person")
    public Response state(
            @PathParam("attempt") UUID attempt, @PathParam("position") int position, @PathParam("upload") UUID upload) {
        Uploads.State state =
                uploads.state(new Uploads.Place(UploadPages.requireAccount(visitor), attempt, position), upload);
        return told(Response.ok())
                .header(OFFSET, state.received())
                .header(LENGTH, state.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PATCH
    @Path("{upload}")
    @Operation(operationId = "sendPiece", summary = "Send the next piece of a file, at most one megabyte")
    @RequestBody(content = @Content(mediaType = PIECE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "204",
            description = "Kept for good; after the last piece the file is a part of the answer")
    @APIResponse(responseCode = "401", description = "Nobody with an account is known")
    @APIResponse(responseCode = "404", description = "No such file of this person")
    @APIResponse(
            responseCode = "409",
            description = "quiz.piece_does_not_fit: Upload-Offset is another; quiz.attempt_closed: submitted")
    @APIResponse(responseCode = "412", description = "Another version of the protocol")
    @APIResponse(responseCode = "415", description = "Not application/offset+octet-stream")
    @APIResponse(responseCode = "422", description = "The file is whole and cannot be taken; it is gone")
    public Response append(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @PathParam("upload") UUID upload,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] piece) {
        Uploads.Place place = new Uploads.Place(UploadPages.requireAccount(visitor), attempt, position);
        uploads.state(place, upload);
        requireVersion(version);
        if (!PIECE.equals(type)) {
            throw new WebApplicationException(415);
        }
        Uploads.State state = uploads.append(place, upload, number(offset), piece);
        if (!state.refused().isEmpty()) {
            throw UploadRules.refused(state.refused());
        }
        return told(Response.noContent()).header(OFFSET, state.received()).build();
    }

    @DELETE
    @Path("{upload}")
    @Operation(operationId = "removeUpload", summary = "Take a file back, whole or on its way; idempotent")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "Nobody with an account is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person, or no file is asked for there")
    @APIResponse(responseCode = "409", description = "quiz.attempt_closed: submitted")
    public Response remove(
            @PathParam("attempt") UUID attempt, @PathParam("position") int position, @PathParam("upload") UUID upload) {
        uploads.remove(new Uploads.Place(UploadPages.requireAccount(visitor), attempt, position), upload);
        return told(Response.noContent()).build();
    }

    private static Response.ResponseBuilder told(Response.ResponseBuilder response) {
        return response.header(TUS, VERSION);
    }

    private static void requireVersion(@Nullable String version) {
        if (!VERSION.equals(version)) {
            throw new WebApplicationException(412);
        }
    }

    private static long number(@Nullable String header) {
        if (header == null || !header.matches("\\d{1,12}")) {
            throw UploadRules.refused("quiz.file_size_missing");
        }
        return Long.parseLong(header);
    }

    private static String name(@Nullable String metadata) {
        Matcher found = NAME.matcher(Objects.requireNonNullElse(metadata, ""));
        try {
            return found.find() ? new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8) : "";
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
