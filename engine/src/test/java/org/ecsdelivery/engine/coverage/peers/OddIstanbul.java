package org.ecsdelivery.engine.coverage.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes reports of Istanbul with what real ones have: several statements in a line, branches of every kind, decisions without
 * an else, functions without a name of their own, files without code, files that no test loaded. {@code SEED
 * DIRECTORY}; the seed makes the shape, each shard is another run.
 */
public final class OddIstanbul {
    private static final int FILES = 90;

    private final Random shape;
    private final Random runs;
    private final boolean loaded;
    private final StringBuilder statements = new StringBuilder();
    private final StringBuilder functions = new StringBuilder();
    private final StringBuilder branches = new StringBuilder();
    private final StringBuilder s = new StringBuilder();
    private final StringBuilder f = new StringBuilder();
    private final StringBuilder b = new StringBuilder();
    private int ids;

    private OddIstanbul(long seed, int file, int shard) {
        this.shape = new Random(seed * 1009 + file);
        this.runs = new Random(seed * 7907 + file * 31L + shard);
        this.loaded = (file + shard) % 11 != 0;
    }

    /** Writes three shards. */
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        for (int shard = 0; shard < 3; shard++) {
            Files.writeString(Path.of(arguments[1], "istanbul-" + shard + ".json"), report(seed, shard));
        }
    }

    private static String report(long seed, int shard) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String path = "/builds/app/src/part" + i % 5 + "/file" + i + ".tsx";
            files.add('"' + path + "\":" + new OddIstanbul(seed, i, shard).write(path));
        }
        return "{" + String.join(",\n", files) + "}\n";
    }

    private String write(String path) {
        int line = 1;
        int column = 0;
        for (int i = shape.nextInt(40); i > 0; i--) {
            int down = shape.nextInt(3);
            line += down;
            column = down > 0 ? 0 : column + 40;
            for (int more = shape.nextInt(3); more >= 0; more--) {
                statement(line, column += 5 + shape.nextInt(10));
            }
            if (shape.nextInt(4) == 0) {
                function(line, column + 1);
            }
            if (shape.nextInt(3) == 0) {
                decision(line, column + 20);
            }
        }
        return "{\"path\":\"" + path + "\",\"statementMap\":{" + statements + "},\"fnMap\":{" + functions
                + "},\"branchMap\":{" + branches + "},\"s\":{" + s + "},\"f\":{" + f + "},\"b\":{" + b + "}"
                + (loaded ? "}" : ",\"all\":true}");
    }

    private void statement(int line, int column) {
        int end = line + (shape.nextInt(4) == 0 ? shape.nextInt(6) : 0);
        String id = id();
        member(statements, id, place(line, column, end, column + 4));
        member(s, id, hits());
    }

    private void function(int line, int column) {
        String id = id();
        String name = shape.nextBoolean() ? "(anonymous_" + shape.nextInt(2) + ")" : "render";
        member(
                functions,
                id,
                "{\"name\":\"" + name + "\",\"decl\":" + place(line, column, line, column + 3) + ",\"loc\":"
                        + place(line, column + 5, line + 3, 2) + ",\"line\":" + line + "}");
        member(f, id, hits());
    }

    private void decision(int line, int column) {
        String id = id();
        String type = List.of("if", "cond-expr", "switch", "binary-expr", "default-arg")
                .get(shape.nextInt(5));
        int arms = type.equals("default-arg") ? 1 : type.equals("switch") ? 1 + shape.nextInt(6) : 2;
        List<String> places = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            boolean noElse = type.equals("if") && i == 1;
            places.add(noElse ? "{\"start\":{},\"end\":{}}" : place(line, column + i, line, column + i + 1));
            taken.add(hits());
        }
        member(
                branches,
                id,
                "{\"loc\":" + place(line, column, line + 1, 3) + ",\"type\":\"" + type + "\",\"locations\":" + places
                        + ",\"line\":" + line + "}");
        member(b, id, taken.toString());
    }

    private String id() {
        return Integer.toString(ids++);
    }

    private String hits() {
        boolean ran = loaded && runs.nextInt(3) > 0;
        return Integer.toString(ran ? runs.nextInt(1000) : 0);
    }

    private static void member(StringBuilder to, String id, String value) {
        to.append(to.length() == 0 ? "\"" : ",\"").append(id).append("\":").append(value);
    }

    private static String place(int line, int column, int endLine, int endColumn) {
        return "{\"start\":{\"line\":%d,\"column\":%d},\"end\":{\"line\":%d,\"column\":%d}}"
                .formatted(line, column, endLine, endColumn);
    }
}
