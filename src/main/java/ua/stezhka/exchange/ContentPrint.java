package ua.stezhka.exchange;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The print of a content folder together with the program that reads it: with equal prints the same is published. */
final class ContentPrint {
    private final MessageDigest digest = sha256();

    private ContentPrint() {}

    /**
     * The print of a folder.
     *
     * @param program the folder of the packaged program; nothing when it runs from its classes, which change at any time
     * @return SHA-256 in hexadecimal digits, of all names and bytes; nothing when there is no program or something cannot be read
     */
    static Optional<String> of(Path content, Optional<Path> program) {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try {
            ContentPrint print = new ContentPrint();
            print.add(content);
            print.add(program.get().resolve("app"));
            print.add(program.get().resolve("quarkus"));
            print.addNames(program.get().resolve("lib"));
            return Optional.of(HexFormat.of().formatHex(print.digest.digest()));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** The folder of the package from which this program was started. */
    static Optional<Path> program() {
        Path started = Path.of(System.getProperty("java.class.path", "").split(File.pathSeparator)[0])
                .toAbsolutePath();
        return Optional.of(started).filter(Files::isRegularFile).map(Path::getParent);
    }

    private void add(Path folder) throws IOException {
        for (Path file : files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            addName(folder, file, bytes.length);
            digest.update(bytes);
        }
    }

    /** Libraries carry their version in their names. */
    private void addNames(Path folder) throws IOException {
        for (Path file : files(folder)) {
            addName(folder, file, Files.size(file));
        }
    }

    private void addName(Path folder, Path file, long size) {
        String name = folder.getFileName() + "/" + folder.relativize(file) + "\0" + size + "\0";
        digest.update(name.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
