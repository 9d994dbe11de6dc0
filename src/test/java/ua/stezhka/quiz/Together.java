package ua.stezhka.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers of one thing in the same moment. */
public final class Together {
    private Together() {}

    public static <T> List<T> call(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, call))) {
                results.add(done.get());
            }
            return results;
        }
    }
}
