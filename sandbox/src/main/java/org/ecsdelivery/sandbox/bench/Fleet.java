package org.ecsdelivery.sandbox.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures, in virtual time and with AWS's documented request rates, how many services one agent can deploy at once: the plugin,
 * whose services ask together, beside one poller per service. Arguments: the numbers of services.
 */
public final class Fleet {
    private static final double MOST_LAG = 15;
    private static final String ROW = "%-9s %-9s %8s %8s %9s %9s %9s %6s %9s%n";

    private final PrintStream out;
    private boolean missed;

    private Fleet(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark and prints a table; exits with 1 when a target is missed. */
    public static void main(String[] arguments) throws InterruptedException {
        Fleet bench = new Fleet(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(bench.measure(Stream.of(arguments).map(Integer::valueOf).toList()) ? 0 : 1);
    }

    private boolean measure(List<Integer> sizes) throws InterruptedException {
        out.println(
                "deploy step, finish level STOPPED, all services begin at once, virtual time, documented request rates; lag:"
                        + " from the last old task's stop to the step's end");
        out.println(
                "calls are made on the engine's ports (no HTTP); apart: one poller per service, 10 attempts per call");
        out.printf(ROW, "services", "", "median", "worst", "calls/min", "busiest", "throttled", "lost", "all done");
        for (int size : sizes) {
            compare(size, FleetRun.together(size), FleetRun.apart(size));
        }
        out.printf(
                Locale.ROOT,
                "targets: no deployment lost and no call throttled together, median lag below %.0f s: %s%n",
                MOST_LAG,
                missed ? "missed" : "met");
        return !missed;
    }

    private void compare(int size, FleetRun.Outcome together, FleetRun.Outcome apart) {
        row(String.valueOf(size), "together", together);
        row("", "apart", apart);
        out.printf(
                ROW,
                "",
                "ratio",
                ratio(together.median(), apart.median()),
                ratio(together.worst(), apart.worst()),
                ratio(together.calls(), apart.calls()),
                ratio(together.busiest(), apart.busiest()),
                ratio(together.throttled(), apart.throttled()),
                ratio(together.lost(), apart.lost()),
                ratio(together.took().toSeconds(), apart.took().toSeconds()));
        missed |= together.lost() > 0 || together.throttled() > 0 || !(together.median() < MOST_LAG);
    }

    private void row(String size, String how, FleetRun.Outcome of) {
        out.printf(
                ROW,
                size,
                how,
                seconds(of.median()),
                seconds(of.worst()),
                String.format(Locale.ROOT, "%.0f", of.calls()),
                of.busiest(),
                of.throttled(),
                of.lost(),
                of.took().toSeconds() + " s");
    }

    private static String seconds(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f s", value);
    }

    private static String ratio(double ours, double theirs) {
        return theirs == 0 || Double.isNaN(theirs) ? "-" : String.format(Locale.ROOT, "%.2f", ours / theirs);
    }
}
