package ua.stezhka.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A process that does nothing but execute recorded statements by the driver of the product: the limit of each row. */
final class Replay {
    private final Map<String, List<List<RawStatement>>> rows;
    private final Map<String, List<Script>> scripts;
    private final List<Connection> connections;

    private Replay(
            Map<String, List<Script>> scripts,
            Map<String, List<List<RawStatement>>> rows,
            List<Connection> connections) {
        this.scripts = scripts;
        this.rows = rows;
        this.connections = connections;
    }

    /** Arguments: file of the scripts, address of the database, password. Then on each line of the input: a row and seconds. */
    public static void main(String... arguments)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Map<String, List<Script>> scripts =
                new JsonMapper().readValue(Path.of(arguments[0]).toFile(), new TypeReference<>() {});
        int people = scripts.values().stream().mapToInt(List::size).max().orElse(0);
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            connections.add(DriverManager.getConnection(arguments[1], "stezhka", arguments[2]));
        }
        Map<String, List<List<RawStatement>>> rows = new java.util.HashMap<>();
        for (Map.Entry<String, List<Script>> row : scripts.entrySet()) {
            List<List<RawStatement>> each = new ArrayList<>();
            for (int i = 0; i < row.getValue().size(); i++) {
                each.add(RawStatement.all(connections.get(i), row.getValue().get(i)));
            }
            rows.put(row.getKey(), each);
        }
        new Replay(scripts, rows, connections).listen();
    }

    private void listen() throws IOException, InterruptedException, ExecutionException {
        System.out.println("ready");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                long begin = System.nanoTime();
                long turns = run(words[0], begin + (long) (Double.parseDouble(words[1]) * 1e9));
                System.out.println(turns + " " + (System.nanoTime() - begin));
            }
        }
    }

    private long run(String row, long end) throws InterruptedException, ExecutionException {
        long turns = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(connections.size())) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < scripts.get(row).size(); i++) {
                int person = i;
                work.add(() -> repeat(row, person, end));
            }
            for (Future<Long> one : people.invokeAll(work)) {
                turns += one.get();
            }
        }
        return turns;
    }

    private long repeat(String row, int person, long end) throws SQLException {
        Script script = scripts.get(row).get(person);
        List<RawStatement> statements = rows.get(row).get(person);
        Connection connection = connections.get(person);
        Fresh fresh = Fresh.of(script);
        long done = 0;
        do {
            if (!script.password().isEmpty()) {
                hash(script.password(), script.hash());
            }
            fresh.next();
            for (RawStatement statement : statements) {
                statement.execute(connection, fresh);
            }
            done += script.turns();
        } while (System.nanoTime() < end);
        return done;
    }

    /** The work of checking a password, without anything around it: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    private static void hash(String password, String kept) {
        String[] parts = kept.split("[$,=]");
        byte[] hash = Base64.getDecoder().decode(parts[parts.length - 1]);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Integer.parseInt(parts[5]))
                .withIterations(Integer.parseInt(parts[7]))
                .withParallelism(1)
                .withSalt(Base64.getDecoder().decode(parts[parts.length - 2]))
                .build());
        byte[] computed = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
        if (!Arrays.equals(computed, hash)) {
            throw new IllegalStateException("the limit computes another hash than the product");
        }
    }
}
