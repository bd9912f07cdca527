package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As nyc writes coverage-final.json. */
final class IstanbulRendering implements Rendering {
    @Override
    public void begin(StringBuilder out) {
        out.append('{');
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        String path = "/home/ci/work/" + file.folder() + "/" + file.name() + ".ts";
        out.append(first ? "" : "\n,")
                .append('"')
                .append(path)
                .append("\": {\"path\":\"")
                .append(path);
        out.append("\",\"statementMap\":{");
        maps(file, out);
        hits(file, out, known);
        out.append("}}");
    }

    private static void maps(SourceFile file, StringBuilder out) {
        int statement = 0;
        StringBuilder functions = new StringBuilder();
        StringBuilder branches = new StringBuilder();
        int function = 0;
        int branch = 0;
        for (Function each : file.functions()) {
            member(functions, function)
                    .append("{\"name\":\"")
                    .append(each.name())
                    .append("\",\"decl\":");
            place(functions, each.line(), 9, each.line(), 15).append(",\"loc\":");
            place(functions, each.line(), 20, each.line() + 9, 1)
                    .append(",\"line\":")
                    .append(each.line())
                    .append('}');
            function++;
            for (Line line : each.body()) {
                place(member(out, statement++), line.number(), 4, line.number(), 40);
                if (line.arms().length > 0) {
                    decision(member(branches, branch++), line);
                }
            }
        }
        out.append("},\"fnMap\":{")
                .append(functions)
                .append("},\"branchMap\":{")
                .append(branches)
                .append('}');
    }

    private static void decision(StringBuilder out, Line line) {
        out.append("{\"loc\":");
        place(out, line.number(), 8, line.number(), 30).append(",\"type\":\"switch\",\"locations\":[");
        for (int i = 0; i < line.arms().length; i++) {
            place(out.append(i == 0 ? "" : ","), line.number(), 8 + i, line.number(), 9 + i);
        }
        out.append("],\"line\":").append(line.number()).append('}');
    }

    private static void hits(SourceFile file, StringBuilder out, Known known) {
        StringBuilder functions = new StringBuilder();
        StringBuilder branches = new StringBuilder();
        int statement = 0;
        int function = 0;
        int branch = 0;
        out.append(",\"s\":{");
        for (Function each : file.functions()) {
            member(functions, function++).append(each.hits());
            known.function(each.hits() > 0);
            for (Line line : each.body()) {
                member(out, statement++).append(line.hits());
                known.statements(1, line.hits() > 0);
                known.line(line.hits() > 0);
                if (line.arms().length > 0) {
                    arms(member(branches, branch++), line, known);
                }
            }
        }
        out.append("},\"f\":{").append(functions).append("},\"b\":{").append(branches);
    }

    private static void arms(StringBuilder out, Line line, Known known) {
        char before = '[';
        for (int times : line.arms()) {
            out.append(before).append(times);
            known.branch(times > 0);
            before = ',';
        }
        out.append(']');
    }

    private static StringBuilder member(StringBuilder out, int id) {
        return out.append(id == 0 ? "\"" : ",\"").append(id).append("\":");
    }

    private static StringBuilder place(StringBuilder out, int line, int column, int endLine, int endColumn) {
        out.append("{\"start\":{\"line\":").append(line).append(",\"column\":").append(column);
        out.append("},\"end\":{\"line\":")
                .append(endLine)
                .append(",\"column\":")
                .append(endColumn);
        return out.append("}}");
    }

    @Override
    public void end(StringBuilder out) {
        out.append("}\n");
    }
}
