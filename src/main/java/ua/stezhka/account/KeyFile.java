package ua.stezhka.account;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of the keys folder: made once, whole, readable by the owner only. */
public final class KeyFile {
    private KeyFile() {}

    /** Makes the file; when another node was quicker, its file is the file. */
    public static void make(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, content);
            // A link is whole at once, and fails where a rename would overwrite the key of a node that was quicker.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // The other node's key is the key.
        } finally {
            Files.delete(draft);
        }
    }
}
