package ua.stezhka.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that holds everything Stezhka keeps, locked for one running Stezhka. The operating system gives the lock back
 * when the process ends in whatever way, so a killed process leaves nothing to clean up.
 */
final class DataFolder {
    private static final String LOCK = "stezhka.lock";
    private static final long MEGABYTE = 1024L * 1024;

    private final Path path;
    private final UserPrincipal owner;
    private final FileChannel lock;

    private DataFolder(Path path, UserPrincipal owner, FileChannel lock) {
        this.path = path;
        this.owner = owner;
        this.lock = lock;
    }

    static DataFolder lock(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Path real = absolute.toRealPath();
            return new DataFolder(real, ownerOfNewFile(real), lockFile(real));
        } catch (FileAlreadyExistsException e) {
            throw StartRefused.because("start.folderIsFile", absolute);
        } catch (IOException e) {
            throw StartRefused.because(absolute, e);
        }
    }

    Path path() {
        return path;
    }

    /** The user to whom files made now belong. */
    UserPrincipal owner() {
        return owner;
    }

    void requireSpace(long megabytes) {
        try {
            long free = Files.getFileStore(path).getUsableSpace() / MEGABYTE;
            if (free < megabytes) {
                throw StartRefused.because("start.spaceShort", path, Long.toString(free), Long.toString(megabytes));
            }
        } catch (IOException e) {
            throw StartRefused.because(path, e);
        }
    }

    void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw StartRefused.because(path, e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static UserPrincipal ownerOfNewFile(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "probe", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw StartRefused.because("start.folderInUse", folder, holder);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
