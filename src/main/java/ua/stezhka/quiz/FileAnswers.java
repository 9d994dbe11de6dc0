package ua.stezhka.quiz;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Gives a file that somebody sent to somebody else’s browser, which keeps it and never opens it here. Source: ASVS 5.0, 5.4. */
public final class FileAnswers {
    private FileAnswers() {}

    public static Response of(UploadedFiles.Content file) {
        return Response.ok(file.bytes(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileLabel.disposition(file.label()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
