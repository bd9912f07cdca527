package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As Istanbul writes lcov. */
final class LcovRendering implements Rendering {
    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        out.append("TN:\nSF:")
                .append(file.folder())
                .append('/')
                .append(file.name())
                .append(".ts\n");
        for (Function function : file.functions()) {
            out.append("FN:")
                    .append(function.line())
                    .append(',')
                    .append(function.name())
                    .append('\n');
        }
        for (Function function : file.functions()) {
            out.append("FNDA:")
                    .append(function.hits())
                    .append(',')
                    .append(function.name())
                    .append('\n');
            known.function(function.hits() > 0);
        }
        lines(file, out, known);
        branches(file, out, known);
        out.append("end_of_record\n");
    }

    private static void lines(SourceFile file, StringBuilder out, Known known) {
        int lines = 0;
        int ran = 0;
        for (Function function : file.functions()) {
            for (Line line : function.body()) {
                out.append("DA:")
                        .append(line.number())
                        .append(',')
                        .append(line.hits())
                        .append('\n');
                known.line(line.hits() > 0);
                lines++;
                ran += line.hits() > 0 ? 1 : 0;
            }
        }
        out.append("LF:").append(lines).append("\nLH:").append(ran).append('\n');
    }

    private static void branches(SourceFile file, StringBuilder out, Known known) {
        int block = 0;
        for (Function function : file.functions()) {
            for (Line line : function.body()) {
                for (int i = 0; i < line.arms().length; i++) {
                    out.append("BRDA:")
                            .append(line.number())
                            .append(',')
                            .append(block)
                            .append(',');
                    out.append(i).append(',').append(line.arms()[i]).append('\n');
                    known.branch(line.arms()[i] > 0);
                }
                block += line.arms().length > 0 ? 1 : 0;
            }
        }
    }
}
