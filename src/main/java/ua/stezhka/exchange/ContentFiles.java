package ua.stezhka.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ua.stezhka.exchange.Findings.InFile;

/** The files of a content folder, named as in findings: by their path inside the folder. */
record ContentFiles(Path root, Findings findings) {
    private static final long LARGEST_FILE = 1_000_000;

    InFile in(Path file) {
        return findings.in(name(file));
    }

    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** What lies in a folder, by name; nothing when there is no such folder. Hidden files are nobody's content. */
    List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> !e.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> folders(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    /** The files of a folder with one ending; a finding for every other thing there. */
    List<Path> files(Path folder, String ending) {
        return list(folder).stream().filter(e -> belongs(e, ending)).toList();
    }

    private boolean belongs(Path entry, String ending) {
        boolean belongs = entry.getFileName().toString().endsWith(ending) && Files.isRegularFile(entry);
        if (!belongs) {
            in(entry).warning(1, "nobody reads this", "keep here only files that end in " + ending);
        }
        return belongs;
    }

    /** The text of a file; nothing, and a finding, when it cannot be text. */
    Optional<String> text(Path file) {
        InFile found = in(file);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                found.error(1, "there is no such file", "write it, or correct its name");
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_FILE) {
                found.error(1, "the file is larger than " + LARGEST_FILE + " bytes", "divide it");
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(text.replace("\r\n", "\n").replace("\uFEFF", ""));
        } catch (CharacterCodingException e) {
            found.error(1, "the file is not in UTF-8", "save it with the encoding UTF-8");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML file that fits its schema. */
    Optional<YamlText> yaml(Path file, String schema) {
        return text(file)
                .flatMap(text -> YamlText.read(text, 1, in(file)))
                .filter(yaml -> ContentSchema.fits(yaml, schema, in(file)));
    }
}
