package org.ecsdelivery.engine.coverage.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up source file with what was covered of it.
 *
 * @param folder its directory
 * @param name its name without an ending
 */
public record SourceFile(String folder, String name, List<Function> functions) {
    /** A function: a line of its own, then its body. */
    public record Function(String name, int line, int hits, List<Line> body) {}

    /**
     * A line of a body.
     *
     * @param arms how often each branch of its decision was taken; empty when it has none
     */
    public record Line(int number, int hits, int[] arms) {}

    /** Makes the file of that number; another shard covers other parts of the same file. */
    public static SourceFile of(int number, int shard) {
        Random shape = new Random(7919L * number + 17);
        Random runs = new Random(104_729L * number + shard);
        List<Function> functions = new ArrayList<>();
        int line = 3 + shape.nextInt(5);
        for (int i = 6 + shape.nextInt(8); i > 0; i--) {
            Function function = function(functions.size(), line, shape, runs);
            functions.add(function);
            line = function.body().get(function.body().size() - 1).number() + 2 + shape.nextInt(3);
        }
        String folder = "src/app/area" + number % 97 + "/part" + number / 97 % 31;
        return new SourceFile(folder, "Component" + number, functions);
    }

    private static Function function(int index, int start, Random shape, Random runs) {
        boolean called = runs.nextInt(5) > 0;
        int calls = called ? 1 + runs.nextInt(400) : 0;
        List<Line> body = new ArrayList<>();
        int line = start;
        for (int i = 6 + shape.nextInt(12); i > 0; i--) {
            line += shape.nextInt(8) == 0 ? 2 : 1;
            int hits = called && runs.nextInt(8) > 0 ? calls : 0;
            body.add(new Line(line, hits, arms(hits, shape, runs)));
        }
        return new Function("handleEvent" + index + "Of" + start, start, calls, body);
    }

    private static int[] arms(int hits, Random shape, Random runs) {
        int decision = shape.nextInt(9);
        int[] arms = new int[decision == 0 ? 5 : decision < 3 ? 2 : 0];
        for (int i = 0; i < arms.length; i++) {
            arms[i] = hits > 0 && runs.nextInt(3) > 0 ? 1 + runs.nextInt(hits) : 0;
        }
        return arms;
    }
}
