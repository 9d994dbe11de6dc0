package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.account.KeyFile;
import ua.stezhka.account.Secrets;
import ua.stezhka.platform.Setting;

/**
 * Who was erased, as keyed hashes: enough to recognise somebody who comes back with an older backup, and nothing for whoever only
 * reads it. It stands in the database and, because a restored database has forgotten the latest, in a file beside the keys.
 */
@Singleton
class ErasureLedger {
    private static final HexFormat HEX = HexFormat.of();

    private final Jdbi jdbi;
    private final Path file;
    private final byte[] key;

    ErasureLedger(Jdbi jdbi, AccountConfig config) {
        this.jdbi = jdbi;
        Path folder =
                Path.of(config.keysFolder().orElse(Setting.of("stezhka.data").orElse("data") + "/keys"));
        this.file = folder.resolve("erasure-ledger.txt");
        this.key = key(folder.resolve("erasure-ledger-key"));
    }

    /** One line: whose hash, when, and whether certificates stayed without a name. */
    record Entry(String hash, Instant erasedAt, boolean keep) {
        static Entry parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Entry(parts[0], Instant.parse(parts[1]), parts[2].equals("keep"));
        }

        String fate() {
            return keep ? "keep" : "revoke";
        }

        String line() {
            return hash + ' ' + erasedAt + ' ' + fate() + '\n';
        }
    }

    String hash(UUID personId) {
        return HEX.formatHex(Secrets.hmac(key, personId.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    /** Writes the line into the file first: a line too many repeats an erasure that was asked for, a line too few forgets one. */
    @Transactional
    void add(UUID personId, Instant at, boolean keep) {
        Entry entry = new Entry(hash(personId), at, keep);
        append(entry);
        insert(entry);
    }

    /** All lines, of file and database, by hash. */
    Map<String, Entry> all() {
        Map<String, Entry> all = inDatabase();
        inFile().forEach(all::putIfAbsent);
        return all;
    }

    /**
     * Gives file and database what each of them lacks.
     *
     * @return whether the database had lines to learn: it is older than the file, so a backup was restored
     */
    @Transactional
    boolean reconcile() {
        Map<String, Entry> inFile = inFile();
        Map<String, Entry> inDatabase = inDatabase();
        inDatabase.values().stream()
                .filter(entry -> !inFile.containsKey(entry.hash()))
                .forEach(this::append);
        inFile.values().stream()
                .filter(entry -> !inDatabase.containsKey(entry.hash()))
                .forEach(this::insert);
        return !inDatabase.keySet().containsAll(inFile.keySet());
    }

    private Map<String, Entry> inDatabase() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(
                                "select encode(person_hash, 'hex') as hash, erased_at, certificates from privacy.erasure_entry")
                        .map((row, context) -> new Entry(
                                row.getString("hash"),
                                row.getTimestamp("erased_at").toInstant(),
                                row.getString("certificates").equals("keep")))
                        .list())
                .forEach(entry -> entries.put(entry.hash(), entry));
        return entries;
    }

    private Map<String, Entry> inFile() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().map(Entry::parse).forEach(entry -> entries.put(entry.hash(), entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure ledger " + file + " cannot be read", e);
        }
        return entries;
    }

    private void insert(Entry entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into privacy.erasure_entry (person_hash, erased_at, certificates)
                        values (decode(:hash, 'hex'), :at, :fate) on conflict do nothing""")
                .bind("hash", entry.hash())
                .bind("at", entry.erasedAt())
                .bind("fate", entry.fate())
                .execute());
    }

    private void append(Entry entry) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure ledger " + file + " cannot be written", e);
        }
    }

    private static byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HEX.parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the key of the erasure ledger " + file + " can be neither read nor made", e);
        }
    }

    private static void make(Path file) throws IOException {
        KeyFile.make(file, HEX.formatHex(Secrets.random()));
    }
}
