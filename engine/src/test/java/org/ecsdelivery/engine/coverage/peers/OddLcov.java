package org.ecsdelivery.engine.coverage.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes tracefiles with what real ones have and tidy ones lack: sections told twice, lines told twice, branches on lines that
 * are not listed, decisions never evaluated, records in any order. {@code KIND SEED DIRECTORY}; the seed makes the shape, each
 * shard is another run.
 */
public final class OddLcov {
    private static final int FILES = 120;

    /** In which way the report differs from what lcov 1.16 takes it for. */
    enum Kind {
        /** In none. */
        PLAIN,
        /** Functions have the line they end at. */
        END_LINES,
        /** Functions of one file share a name. */
        ONE_NAME,
        /** Each shard has its own numbers of blocks. */
        RENUMBERED
    }

    private final Kind kind;
    private final long seed;
    private final Random runs;
    private final int firstBlock;
    private final StringBuilder out = new StringBuilder();
    private Random shape = new Random(0);

    private OddLcov(Kind kind, long seed, int shard) {
        this.kind = kind;
        this.seed = seed;
        this.runs = new Random(seed * 31 + shard + 1);
        this.firstBlock = kind == Kind.RENUMBERED ? shard * 1000 : 0;
    }

    /** Writes three shards. */
    public static void main(String[] arguments) throws IOException {
        Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        for (int shard = 0; shard < 3; shard++) {
            OddLcov report = new OddLcov(kind, Long.parseLong(arguments[1]), shard);
            for (int i = 0; i < FILES; i++) {
                // some files come twice, as headers do: both sections count
                report.section(i % (FILES - 20));
            }
            Files.writeString(Path.of(arguments[2], "lcov-" + shard + ".info"), report.out);
        }
    }

    private void section(int file) {
        shape = new Random(seed * 1009 + file);
        out.append("TN:\nSF:/builds/app dir/src/part")
                .append(file % 7)
                .append("/File")
                .append(file)
                .append(".c\n");
        boolean callsFirst = shape.nextBoolean();
        int functions = shape.nextInt(6);
        StringBuilder calls = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        StringBuilder branches = new StringBuilder();
        StringBuilder starts = new StringBuilder();
        int line = 1 + file % 5;
        for (int i = 0; i < functions; i++) {
            int start = line;
            String name = "fn" + (kind == Kind.ONE_NAME ? i / 2 : i) + "_" + file;
            line = body(line, lines, branches);
            starts.append("FN:").append(start);
            starts.append(kind == Kind.END_LINES ? "," + (line - 1) : "")
                    .append(',')
                    .append(name)
                    .append('\n');
            calls.append("FNDA:").append(hits()).append(',').append(name).append('\n');
        }
        body(line, lines, branches);
        out.append(callsFirst ? calls : starts).append(callsFirst ? starts : calls);
        out.append(callsFirst ? branches : lines).append(callsFirst ? lines : branches);
        out.append("end_of_record\n");
    }

    private int body(int start, StringBuilder lines, StringBuilder branches) {
        int line = start;
        for (int i = 1 + shape.nextInt(12); i > 0; i--) {
            line += 1 + shape.nextInt(3);
            int told = i == 1 ? 1 : shape.nextInt(10);
            for (int times = told == 0 ? 2 : 1; times > 0 && told < 9; times--) {
                lines.append("DA:").append(line).append(',').append(hits()).append('\n');
            }
            if (shape.nextInt(3) == 0) {
                decision(line, branches);
            }
        }
        return line + 1;
    }

    private void decision(int line, StringBuilder branches) {
        int arms = 1 + shape.nextInt(4);
        boolean evaluated = runs.nextInt(4) > 0;
        for (int arm = 0; arm < arms; arm++) {
            branches.append("BRDA:").append(line).append(',').append(firstBlock + line);
            branches.append(',').append(arm).append(',');
            branches.append(evaluated ? Integer.toString(hits()) : "-").append('\n');
        }
    }

    private int hits() {
        return runs.nextInt(3) == 0 ? 0 : runs.nextInt(1 << runs.nextInt(30));
    }
}
