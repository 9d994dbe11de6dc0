package ua.stezhka.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The files of the database server in the data folder: the programs, the cluster, the two passwords. Everything that makes
 * them is either finished or, after a crash in the middle, begun anew.
 */
final class PostgresCluster {
    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);
    private static final String PREFIX = "postgres-";
    private static final long MEGABYTES_FOR_NEW = 250;
    private static final long MEGABYTES_FOR_KEPT = 32;
    private static final Duration INIT_LIMIT = Duration.ofMinutes(3);

    private final Path home;
    private final ServerPrograms programs;

    private PostgresCluster(Path home, ServerPrograms programs) {
        this.home = home;
        this.programs = programs;
    }

    /** Opens the cluster of a data folder, or makes it when the folder is new. */
    static PostgresCluster in(DataFolder data, PostgresBinaries binaries) throws IOException {
        refuseOtherMajor(data.path(), binaries.major());
        Path home = data.path().resolve(PREFIX + binaries.major());
        Path files = home.resolve("cluster");
        boolean kept = Files.exists(files);
        if (kept) {
            refuseForeignFiles(files, binaries.major(), data.owner());
        }
        data.requireSpace(kept ? MEGABYTES_FOR_KEPT : MEGABYTES_FOR_NEW);
        makePrivateFolder(home);
        Path server = binaries.unpackInto(home);
        PostgresCluster cluster = new PostgresCluster(home, new ServerPrograms(server, home.resolve("programs.log")));
        if (!kept) {
            LOG.infof("making a new database in %s", home);
            cluster.initialise();
        }
        return cluster;
    }

    Path home() {
        return home;
    }

    Path files() {
        return home.resolve("cluster");
    }

    ServerPrograms programs() {
        return programs;
    }

    String superuserPassword() {
        return password("superuser-password");
    }

    String password() {
        return password("password");
    }

    /** Makes the application's own role and database: it never works as the superuser. */
    void makeDatabase(Connection superuser) throws SQLException {
        if (!exists(superuser, "select from pg_roles where rolname = 'stezhka'")) {
            try (var role =
                    superuser.prepareStatement("select format('create role stezhka login password %L', ?::text)")) {
                role.setString(1, password());
                execute(superuser, firstText(role));
            }
        }
        if (!exists(superuser, "select from pg_database where datname = 'stezhka'")) {
            execute(superuser, "create database stezhka owner stezhka");
        }
    }

    /** Removes the programs of earlier releases, once nothing runs from them. */
    void forgetOldPrograms() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            for (Path old : entries.filter(this::isOldServer).toList()) {
                DataFolder.delete(old);
            }
        }
    }

    private boolean isOldServer(Path entry) {
        return entry.getFileName().toString().startsWith("server-") && !entry.equals(programs.server());
    }

    private void initialise() throws IOException {
        Path unfinished = home.resolve("cluster.new");
        DataFolder.delete(unfinished);
        writePassword("superuser-password");
        writePassword("password");
        ServerPrograms.Outcome outcome = programs.run(
                INIT_LIMIT,
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + home.resolve("superuser-password"),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!outcome.succeeded()) {
            throw refusal(outcome.said(), programs.output());
        }
        Files.move(unfinished, files(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Why a program failed, from what it said: the last fatal line, or else the last line. */
    StartRefused refusal(String said, Path log) {
        if (StartRefused.looksLikeFullDisk(said)) {
            return StartRefused.because("start.diskFull", home);
        }
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        String reason = lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce(lines.isEmpty() ? "" : lines.getLast(), (before, line) -> line);
        return StartRefused.because("start.databaseFailed", log, reason.strip());
    }

    /** What the server wrote into its log since its last start. */
    String saidSinceStart() throws IOException {
        Path folder = home.resolve("log");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> logs = Files.list(folder)) {
            Optional<Path> newest =
                    logs.max(Comparator.comparingLong(log -> log.toFile().lastModified()));
            String text = newest.isEmpty() ? "" : Files.readString(newest.get());
            return text.substring(Math.max(0, text.lastIndexOf("starting PostgreSQL")));
        }
    }

    private static void refuseForeignFiles(Path files, String major, UserPrincipal user) throws IOException {
        String found = Files.readString(files.resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw StartRefused.because("start.otherMajor", files, found, major);
        }
        // PostgreSQL works only for the owner of the files, and refuses others in words that help nobody.
        UserPrincipal owner = Files.getOwner(files);
        if (!owner.equals(user)) {
            throw StartRefused.because("start.otherOwner", files, owner.getName());
        }
    }

    private static void refuseOtherMajor(Path data, String major) throws IOException {
        if (Files.isDirectory(data.resolve(PREFIX + major).resolve("cluster"))) {
            return;
        }
        try (Stream<Path> entries = Files.list(data)) {
            List<Path> others = entries.filter(
                            entry -> Files.isDirectory(entry.resolve("cluster"), LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .toList();
            if (!others.isEmpty()) {
                Path other = others.getFirst();
                String found = other.getFileName().toString().substring(PREFIX.length());
                throw StartRefused.because("start.otherMajor", other, found, major);
            }
        }
    }

    private String password(String name) {
        Path file = home.resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw StartRefused.because("start.fileMissing", file);
        }
    }

    private void writePassword(String name) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path file = home.resolve(name);
        Files.deleteIfExists(file);
        if (isPosix(home)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private static void makePrivateFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (isPosix(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static String firstText(PreparedStatement query) throws SQLException {
        try (var found = query.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
