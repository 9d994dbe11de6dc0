package ua.stezhka.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets several people do the same thing again and again, and looks at the clock of each and at the processor of the product. */
final class Load {
    private Load() {}

    /**
     * What it took.
     *
     * @param nanos times of all requests, sorted
     */
    record Taken(long[] nanos, double seconds, double programSeconds, double databaseSeconds, double compilerSeconds) {
        double rate() {
            return nanos.length / seconds;
        }

        double cpuMillis() {
            return 1000 * (programSeconds + databaseSeconds) / nanos.length;
        }

        double databaseMillis() {
            return 1000 * databaseSeconds / nanos.length;
        }

        double compilerMillis() {
            return 1000 * compilerSeconds / nanos.length;
        }

        double percentileMillis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
        }
    }

    /** Everybody as fast as they are answered, for some seconds. */
    static Taken closed(Product product, List<Pupil> pupils, Consumer<Pupil> action, double seconds) {
        return run(product, pupils, seconds, 0, action);
    }

    /** A given number of times a second in all, whether the answers come or not; times count from when it should have begun. */
    static Taken paced(Product product, List<Pupil> pupils, Consumer<Pupil> action, double seconds, double rate) {
        return run(product, pupils, seconds, rate, action);
    }

    private static Taken run(Product product, List<Pupil> pupils, double seconds, double rate, Consumer<Pupil> action) {
        double program = product.programSeconds();
        double database = product.databaseSeconds();
        double compilers = product.compilerSeconds();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long gap = rate == 0 ? 0 : (long) (1e9 * pupils.size() / rate);
        List<long[]> all = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(pupils.size())) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < pupils.size(); i++) {
                Pupil pupil = pupils.get(i);
                long first = begin + gap * i / pupils.size();
                running.add(people.submit(() -> times(pupil, action, first, end, gap)));
            }
            for (Future<long[]> one : running) {
                all.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a request failed", e);
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Taken(
                nanos,
                took,
                product.programSeconds() - program,
                product.databaseSeconds() - database,
                product.compilerSeconds() - compilers);
    }

    private static long[] times(Pupil pupil, Consumer<Pupil> action, long first, long end, long gap)
            throws InterruptedException {
        long[] nanos = new long[1024];
        int count = 0;
        long due = first;
        while (count == 0 || System.nanoTime() < end && due < end) {
            long before = gap == 0 ? System.nanoTime() : due;
            if (gap > 0) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                due += gap;
            }
            action.accept(pupil);
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(nanos, count);
    }
}
