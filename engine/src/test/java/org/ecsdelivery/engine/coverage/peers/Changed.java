package org.ecsdelivery.engine.coverage.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.generate.SourceFile;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;
import org.ecsdelivery.engine.coverage.patch.UnifiedDiff;
import org.ecsdelivery.engine.coverage.read.ReportReader;

/**
 * What was covered of a change, by command: {@code write DIFF FILES LINES} makes a change of so many generated files, so many
 * lines of each, and prints what is covered of it; {@code read DIFF REPORT} prints what we make of it.
 */
public final class Changed {
    private Changed() {}

    /** Runs a command. */
    public static void main(String[] arguments) throws IOException {
        Path diff = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(diff, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        } else {
            CoverageCollector collector = new CoverageCollector();
            new ReportReader().read(Path.of(arguments[2]), collector);
            try (InputStream in = Files.newInputStream(diff)) {
                ChangedLines changed = UnifiedDiff.parse(diff.toString(), in);
                print(PatchCoverage.of(collector.report(), changed).totals());
            }
        }
    }

    private static void write(Path diff, int files, int lines) throws IOException {
        StringBuilder out = new StringBuilder();
        Totals known = Totals.NONE;
        for (int i = 0; i < files; i++) {
            SourceFile file = SourceFile.of(i, 0);
            String path = file.folder() + "/" + file.name() + ".java";
            out.append("diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n");
            for (SourceFile.Line line : file.functions().get(0).body().subList(0, lines)) {
                out.append("@@ -").append(line.number()).append(" +").append(line.number());
                out.append(" @@\n-        before();\n+        after();\n");
                known = known.plus(of(line));
            }
        }
        Files.writeString(diff, out);
        print(known);
    }

    private static Totals of(SourceFile.Line line) {
        int taken = 0;
        for (int times : line.arms()) {
            taken += times > 0 ? 1 : 0;
        }
        return Totals.of(CoverageMetric.LINES, new Count(line.hits() > 0 ? 1 : 0, 1))
                .with(CoverageMetric.BRANCHES, new Count(taken, line.arms().length));
    }

    private static void print(Totals totals) {
        System.out.println(
                "lines " + totals.of(CoverageMetric.LINES) + ", branches " + totals.of(CoverageMetric.BRANCHES));
    }
}
