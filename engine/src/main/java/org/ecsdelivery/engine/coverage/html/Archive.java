package org.ecsdelivery.engine.coverage.html;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills an archive in the order of its entries, while two threads put them together and compress them ahead. */
final class Archive {
    private static final int THREADS = 2;
    private static final int AHEAD = 4;
    private static final int TOGETHER = 8;

    private final int level;

    private final Queue<Press> presses = new ConcurrentLinkedQueue<>();

    Archive(int level) {
        this.level = level;
    }

    /** Writes those entries; the stream stays open. */
    void write(Iterator<Entry> entries, OutputStream out) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, Archive::thread);
        try {
            write(entries, new ZipWriter(out), threads);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("stopped while the coverage report was written").initCause(e);
        } finally {
            threads.shutdownNow();
        }
        presses.forEach(Press::close);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "coverage report");
        thread.setDaemon(true);
        return thread;
    }

    private void write(Iterator<Entry> entries, ZipWriter zip, ExecutorService threads)
            throws IOException, InterruptedException {
        Queue<Future<List<Packed>>> ahead = new ArrayDeque<>();
        while (entries.hasNext() || !ahead.isEmpty()) {
            while (entries.hasNext() && ahead.size() < AHEAD) {
                List<Entry> some = some(entries);
                ahead.add(threads.submit(() -> pack(some)));
            }
            for (Packed packed : result(ahead.remove())) {
                zip.add(packed);
            }
        }
        zip.finish();
    }

    private static List<Entry> some(Iterator<Entry> entries) {
        List<Entry> some = new ArrayList<>(TOGETHER);
        while (some.size() < TOGETHER && entries.hasNext()) {
            some.add(entries.next());
        }
        return some;
    }

    private List<Packed> pack(List<Entry> entries) {
        Press free = presses.poll();
        Press press = free == null ? new Press(level) : free;
        List<Packed> packed = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            packed.add(press.pack(entry));
        }
        presses.add(press);
        return packed;
    }

    private static List<Packed> result(Future<List<Packed>> packed) throws InterruptedException {
        try {
            return packed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
