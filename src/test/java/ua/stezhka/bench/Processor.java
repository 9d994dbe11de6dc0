package ua.stezhka.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of processes as Linux counts it: user and system, of all threads, ended ones too. */
final class Processor {
    /** Ticks of /proc/…/stat: 100 a second on every Linux platform of the JDK. */
    private static final double TICKS = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Processor() {}

    /** Seconds that a process has taken. */
    static double seconds(long pid) {
        List<String> stat = stat(pid);
        return stat.isEmpty() ? 0 : ticks(stat, USER, SYSTEM) / TICKS;
    }

    /** Seconds that the compilers inside a JVM have taken; a program that is warm gives them nothing to do. */
    static double secondsOfCompilers(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(Processor::line)
                    .filter(line -> line.contains("(C1 Compiler") || line.contains("(C2 Compiler"))
                    .mapToDouble(line -> ticks(fields(line), USER, SYSTEM) / TICKS)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    /**
     * Seconds that a server of processes has taken: itself, its living children, and through the times that the kernel hands
     * over when a child is waited for, the ended ones. So the sum never goes down.
     */
    static double secondsOfFamily(long pid) {
        double ended = ticks(stat(pid), CHILDREN_USER, CHILDREN_SYSTEM) / TICKS;
        return seconds(pid)
                + ended
                + children(pid).stream().mapToDouble(Processor::seconds).sum();
    }

    /** Bytes of memory that a process holds now. */
    static long memory(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static List<Long> children(long pid) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(other -> isChild(other, pid))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isChild(long pid, long parent) {
        List<String> stat = stat(pid);
        return !stat.isEmpty() && Long.parseLong(stat.get(PARENT)) == parent;
    }

    private static double ticks(List<String> stat, int one, int other) {
        return stat.isEmpty() ? 0 : Long.parseLong(stat.get(one)) + Long.parseLong(stat.get(other));
    }

    /** The fields after the name of the program; empty for a process that has ended. */
    private static List<String> stat(long pid) {
        return fields(line(Path.of("/proc", Long.toString(pid))));
    }

    private static List<String> fields(String line) {
        return line.isEmpty()
                ? List.of()
                : List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static String line(Path process) {
        try {
            return Files.readString(process.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }
}
