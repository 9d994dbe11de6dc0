package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** The rules of the embedded database, with real servers: one folder of programs is made once and copied by link. */
class EmbeddedPostgresTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final List<EmbeddedPostgres> STARTED = new ArrayList<>();
    private static final List<Process> ELSEWHERE = new ArrayList<>();

    @TempDir
    static Path folders;

    private static Path usedFolder;

    @BeforeAll
    static void make_a_folder_in_use_once() {
        usedFolder = folders.resolve("used");
        EmbeddedPostgres first = start(usedFolder);
        first.stop();
    }

    @AfterEach
    void stop_what_a_failed_test_left() {
        ELSEWHERE.forEach(Process::destroyForcibly);
        ELSEWHERE.clear();
        STARTED.forEach(EmbeddedPostgres::stop);
        STARTED.clear();
    }

    @AfterAll
    static void leave_no_server_behind() throws IOException {
        start(usedFolder).stop();
        assertThat(serverOf(usedFolder)).isNull();
    }

    @Test
    void what_was_written_is_there_after_the_next_start_on_the_same_port() throws Exception {
        EmbeddedPostgres first = start(usedFolder);
        execute(first, "create table kept as select 'вчора' as value");
        String url = first.url();
        first.stop();

        EmbeddedPostgres second = start(usedFolder);
        assertThat(second.url()).isEqualTo(url);
        assertThat(ask(second, "select value from kept")).isEqualTo("вчора");
        second.stop();
    }

    @Test
    void acknowledged_means_on_disk_and_only_this_machine_may_ask() throws Exception {
        EmbeddedPostgres postgres = start(usedFolder);
        assertThat(
                        ask(
                                postgres,
                                "select string_agg(setting, ' ' order by name) from pg_settings where name in "
                                        + "('data_checksums', 'fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit')"))
                .isEqualTo("on on on 127.0.0.1 on");
        assertThat(ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "stezhka", "wrong"))
                .isInstanceOf(SQLException.class);
        assertThat(Files.getPosixFilePermissions(usedFolder.resolve("postgres-18/password"))
                        .toString())
                .isEqualTo("[OWNER_READ, OWNER_WRITE]");
        postgres.stop();
    }

    @Test
    void a_killed_server_comes_back_by_itself_with_everything_committed() throws Exception {
        EmbeddedPostgres postgres = start(usedFolder);
        execute(postgres, "create table survived as select 42 as value");
        long killed = Objects.requireNonNull(serverOf(usedFolder));
        kill(killed);
        until(() -> answers(postgres) && !Long.valueOf(killed).equals(serverOf(usedFolder)));
        assertThat(ask(postgres, "select value from survived")).isEqualTo("42");
        postgres.stop();
    }

    @Test
    void a_server_that_outlived_its_application_is_taken_over() throws Exception {
        Process application = startElsewhere(usedFolder);
        long server = Objects.requireNonNull(serverOf(usedFolder));
        application.destroyForcibly().waitFor();

        EmbeddedPostgres next = start(usedFolder);
        assertThat(serverOf(usedFolder)).isEqualTo(server);
        assertThat(ask(next, "select 1")).isEqualTo("1");
        next.stop();
        assertThat(serverOf(usedFolder)).isNull();
    }

    @Test
    void a_power_cut_leaves_a_process_number_that_somebody_else_has_now() throws Exception {
        Process application = startElsewhere(usedFolder);
        long server = Objects.requireNonNull(serverOf(usedFolder));
        List<String> lock = Files.readAllLines(lockOfServer(usedFolder));
        application.destroyForcibly().waitFor();
        kill(server);
        lock.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lockOfServer(usedFolder), lock);

        EmbeddedPostgres next = start(usedFolder);
        assertThat(ask(next, "select 1")).isEqualTo("1");
        next.stop();
    }

    @Test
    void another_port_is_taken_when_somebody_sits_on_ours() throws Exception {
        EmbeddedPostgres first = start(usedFolder);
        String url = first.url();
        first.stop();
        int port = Integer.parseInt(Files.readString(usedFolder.resolve("postgres-18/port")));
        try (var intruder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedPostgres second = start(usedFolder);
            assertThat(second.url()).isNotEqualTo(url);
            assertThat(ask(second, "select 1")).isEqualTo("1");
            second.stop();
            assertThat(intruder.isBound()).isTrue();
        }
    }

    @Test
    void a_second_start_on_the_same_folder_is_refused_while_the_first_lives() throws Exception {
        Process application = startElsewhere(usedFolder);
        refused(
                usedFolder,
                "уже працює інша Стежка (процес " + application.pid(),
                "another Stezhka (process " + application.pid());
        application.destroyForcibly().waitFor();
        start(usedFolder).stop();
    }

    @Test
    void a_half_made_folder_is_made_anew() throws Exception {
        Path home = Files.createDirectories(folders.resolve("half/postgres-18"));
        Files.createDirectories(home.resolve("cluster.new/base"));
        Files.createDirectories(home.resolve("server-18.4.0.new/bin"));
        EmbeddedPostgres postgres = start(folders.resolve("half"));
        assertThat(ask(postgres, "select 1")).isEqualTo("1");
        postgres.stop();
        assertThat(home.resolve("cluster.new")).doesNotExist();
    }

    @Test
    void a_file_in_place_of_the_folder_is_named() throws Exception {
        Path file = Files.writeString(folders.resolve("file"), "");
        refused(file, "це файл, а не папка", "is a file, not a folder");
        refused(file.resolve("data"), "не можна писати", "cannot be written to");
    }

    @Test
    void data_of_another_major_version_are_left_alone() throws Exception {
        Path older = folders.resolve("older");
        Files.createDirectories(older.resolve("postgres-17/cluster"));
        refused(older, "належать PostgreSQL 17", "belong to PostgreSQL 17");

        Path mislabelled = folders.resolve("mislabelled");
        Files.createDirectories(mislabelled.resolve("postgres-18/cluster"));
        Files.writeString(mislabelled.resolve("postgres-18/cluster/PG_VERSION"), "16\n");
        refused(mislabelled, "належать PostgreSQL 16", "belong to PostgreSQL 16");
    }

    @Test
    void a_lock_without_a_living_holder_does_not_matter() throws Exception {
        Files.writeString(usedFolder.resolve("stezhka.lock"), "1");
        start(usedFolder).stop();
        try (FileChannel lock = FileChannel.open(usedFolder.resolve("stezhka.lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        EmbeddedPostgres started = EmbeddedPostgres.start(folder);
        STARTED.add(started);
        return started;
    }

    private static void refused(Path folder, String ukrainian, String english) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(ukrainian, english);
    }

    /** Another process that starts the database of this folder, says so and then waits to be killed. */
    private static Process startElsewhere(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ELSEWHERE.add(process);
        try (var said = process.inputReader()) {
            assertThat(said.lines().anyMatch("started"::equals)).isTrue();
        }
        return process;
    }

    /** The main class of the other process. */
    static final class Holder {
        public static void main(String... args) throws InterruptedException {
            EmbeddedPostgres.start(Path.of(args[0]));
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    private static Path lockOfServer(Path folder) {
        return folder.resolve("postgres-18/cluster/postmaster.pid");
    }

    private static @Nullable Long serverOf(Path folder) {
        try {
            return Long.parseLong(
                    Files.readAllLines(lockOfServer(folder)).getFirst().strip());
        } catch (IOException e) {
            return null;
        }
    }

    private static void kill(long process) throws Exception {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        until(() -> !handle.isAlive() || handle.info().command().isEmpty());
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try {
            return ask(postgres, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(SOON);
        while (!condition.call()) {
            assertThat(Instant.now()).as("within " + SOON).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
