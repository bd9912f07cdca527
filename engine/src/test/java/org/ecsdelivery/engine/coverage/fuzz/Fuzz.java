package org.ecsdelivery.engine.coverage.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.patch.UnifiedDiff;
import org.ecsdelivery.engine.coverage.patch.UnreadableDiff;
import org.ecsdelivery.engine.coverage.read.ReportReader;

/**
 * Breaks reports and reads them. By command, for the long run ({@code -Xmx256m} shows that memory stays bounded):
 * {@code java -cp ... org.ecsdelivery.engine.coverage.fuzz.Fuzz 1000000 [seed]}.
 */
public final class Fuzz {
    private static final Limits LIMITS = new Limits(10_000_000, 16_384, 65_536, 8_192, 128, 4_000_000, 10_000);

    private final Corpus corpus = new Corpus();
    private final long seed;
    private final CRC32 outcome = new CRC32();
    private int read;
    private int refused;

    Fuzz(long seed) throws IOException {
        this.seed = seed;
    }

    void run(int runs) {
        for (int i = 0; i < runs; i++) {
            try {
                once(new Random(seed * 1_000_003 + i), i % corpus.size());
            } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("run " + i + " of seed " + seed + " ended in " + e, e);
            }
        }
    }

    private void once(Random random, int report) throws IOException {
        byte[] broken = new Mutation(random).of(corpus.get(report), corpus.get(random.nextInt(corpus.size())));
        CoverageCollector collector = new CoverageCollector(LIMITS);
        try {
            new ReportReader(LIMITS).read("broken", new ByteArrayInputStream(broken), collector);
            CoverageReport whole = collector.report();
            check(whole, whole.merge(whole));
            read++;
        } catch (UnreadableReport e) {
            refused++;
            outcome.update(e.getMessage().getBytes());
            if (e.remedy().isEmpty()) {
                throw new IllegalStateException("it does not say what to do", e);
            }
        }
        diff(broken);
    }

    private void diff(byte[] broken) throws IOException {
        try {
            UnifiedDiff.parse("broken", new ByteArrayInputStream(broken));
        } catch (UnreadableDiff e) {
            outcome.update(e.getMessage().getBytes());
        }
    }

    private void check(CoverageReport whole, CoverageReport twice) {
        for (CoverageMetric metric : CoverageMetric.values()) {
            if (!whole.totals().of(metric).equals(twice.totals().of(metric))) {
                throw new IllegalStateException(
                        "read twice, " + metric + " are " + twice.totals().of(metric) + " and not "
                                + whole.totals().of(metric));
            }
        }
        outcome.update(whole.totals().toString().getBytes());
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    /** Returns a number that is the same whenever the same seed comes to the same. */
    long outcome() {
        return outcome.getValue();
    }

    /** Runs as often as the first argument tells, with the seed of the second. */
    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Fuzz fuzz = new Fuzz(seed);
        fuzz.run(Integer.parseInt(arguments[0]));
        System.out.println(fuzz.read + " read, " + fuzz.refused + " refused, outcome " + fuzz.outcome());
    }
}
