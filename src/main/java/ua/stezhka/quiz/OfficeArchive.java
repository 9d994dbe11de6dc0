package ua.stezhka.quiz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import ua.stezhka.quiz.Inspection.Refused;

/**
 * Documents of office programs are archives. They are read through once, counting while they unfold, so that nobody’s computer gets
 * more out of them than was sent; nothing is unpacked, and programs inside are refused. Source: ASVS 5.0, 5.2.3.
 */
final class OfficeArchive {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 100L << 20;
    private static final long HIGHEST_RATIO = 100;
    /** Small files may be folded tighter. */
    private static final long ALWAYS_FINE = 1L << 20;

    private static final int LONGEST_TYPE = 200;
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final Map<String, Format> BY_PART = Map.of(
            "word/document.xml", new Format(OOXML + "wordprocessingml.document", "docx"),
            "xl/workbook.xml", new Format(OOXML + "spreadsheetml.sheet", "xlsx"),
            "ppt/presentation.xml", new Format(OOXML + "presentationml.presentation", "pptx"));
    private static final Map<String, Format> BY_TYPE = Map.of(
            ODF + "text", new Format(ODF + "text", "odt"),
            ODF + "spreadsheet", new Format(ODF + "spreadsheet", "ods"),
            ODF + "presentation", new Format(ODF + "presentation", "odp"));

    private final Set<String> names = new HashSet<>();
    private final long most;
    private String type = "";
    private long unfolded;

    private OfficeArchive(int size) {
        this.most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, size * HIGHEST_RATIO));
    }

    /** The kind of document. */
    record Format(String mediaType, String ending) {}

    static Format format(byte[] file) throws Refused {
        try {
            return new OfficeArchive(file.length).read(file);
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refused("quiz.file_broken");
        }
    }

    private Format read(byte[] file) throws IOException, Refused {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look(entry.getName());
                unfold(zip, entry.getName());
            }
        }
        Format format = names.contains("[Content_Types].xml")
                ? BY_PART.entrySet().stream()
                        .filter(part -> names.contains(part.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null)
                : BY_TYPE.get(type);
        if (format == null) {
            throw new Refused("quiz.file_unknown");
        }
        return format;
    }

    private void look(String name) throws Refused {
        String small = name.toLowerCase(Locale.ROOT);
        if (names.size() >= MOST_ENTRIES || !names.add(name) || name.startsWith("/") || name.contains("..")) {
            throw new Refused("quiz.file_broken");
        }
        if (small.endsWith("vbaproject.bin") || small.startsWith("basic/") || small.startsWith("scripts/")) {
            throw new Refused("quiz.file_with_programs");
        }
    }

    private void unfold(ZipInputStream zip, String name) throws IOException, Refused {
        byte[] buffer = new byte[8192];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            unfolded += read;
            if (unfolded > most) {
                throw new Refused("quiz.file_unfolds");
            }
            if (name.equals("mimetype") && type.isEmpty() && read <= LONGEST_TYPE) {
                type = new String(buffer, 0, read, StandardCharsets.US_ASCII).strip();
            }
        }
    }
}
