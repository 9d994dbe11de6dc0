package ua.stezhka.quiz;

import java.util.UUID;

/**
 * A file that was sent as an answer, as pages and programs show it.
 *
 * @param label what its sender calls it
 * @param kind  picture, pdf or document
 * @param size  in bytes
 * @param kept  whether its content is still there
 */
public record UploadedFile(UUID id, String label, String kind, long size, boolean kept) {
    private static final long KILO = 1024;

    /** In whole kilobytes, never none. */
    public long kilobytes() {
        return Math.max(1, Math.ceilDiv(size, KILO));
    }
}
