package ua.stezhka.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Texts;

/** All that is known of one person, as one ZIP: each table as JSON for programs and as CSV for people, and documents. */
public final class DataArchive {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE = "\r\n";

    private final Locale locale;
    private final URI site;
    private final Instant madeAt;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final List<String> contents = new ArrayList<>();

    public DataArchive(Locale locale, URI site, Instant madeAt) {
        this.locale = locale;
        this.site = site;
        this.madeAt = madeAt;
    }

    /** The language of the person. */
    public Locale locale() {
        return locale;
    }

    /** The address of this site, for documents that name it. */
    public URI site() {
        return site;
    }

    /**
     * Adds a document.
     *
     * @param name made by the program, never typed by anybody
     */
    public void file(String folder, String name, byte[] content, String textKey) {
        put(folder + '/' + name, content);
        tell(folder + '/' + name, textKey);
    }

    public void table(PersonTable table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String path = table.name().replace('.', '/');
        List<Map<String, @Nullable Object>> readable =
                rows.stream().map(ReadableRow::of).toList();
        put(path + ".json", Json.write(readable).getBytes(StandardCharsets.UTF_8));
        put(path + ".csv", (BYTE_ORDER_MARK + Csv.of(readable)).getBytes(StandardCharsets.UTF_8));
        tell(path + ".csv, " + path + ".json", table.text());
    }

    /** Closes the archive with the page that says what is what. */
    public byte[] finish(String name) {
        StringBuilder guide = new StringBuilder(BYTE_ORDER_MARK)
                .append(Texts.get(locale, "account.archiveTitle", name))
                .append(LINE + LINE)
                .append(Texts.get(locale, "account.archiveNote"))
                .append(LINE);
        contents.forEach(line -> guide.append(LINE).append(line).append(LINE));
        put(Texts.get(locale, "account.archiveGuide"), guide.toString().getBytes(StandardCharsets.UTF_8));
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void tell(String path, String textKey) {
        contents.add(path + LINE + "  " + Texts.get(locale, textKey));
    }

    private void put(String path, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(path);
            entry.setLastModifiedTime(FileTime.from(madeAt));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
