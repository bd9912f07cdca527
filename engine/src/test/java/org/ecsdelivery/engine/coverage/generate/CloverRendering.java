package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As OpenClover writes. */
final class CloverRendering implements Rendering {
    @Override
    public void begin(StringBuilder out) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<coverage generated=\"1\" clover=\"4.4.1\">\n");
        out.append("  <project timestamp=\"1\" name=\"app\">\n");
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        out.append("    <package name=\"")
                .append(file.folder().replace('/', '.'))
                .append("\">\n");
        out.append("      <file name=\"").append(file.name()).append(".java\" path=\"/builds/app/");
        out.append(file.folder()).append('/').append(file.name()).append(".java\">\n");
        for (Function function : file.functions()) {
            out.append("        <line num=\"").append(function.line()).append("\" type=\"method\" signature=\"");
            out.append(function.name())
                    .append("() : void\" count=\"")
                    .append(function.hits())
                    .append("\"/>\n");
            known.function(function.hits() > 0);
            function.body().forEach(line -> line(line, out, known));
        }
        out.append("      </file>\n    </package>\n");
    }

    private static void line(Line line, StringBuilder out, Known known) {
        out.append("        <line num=\"").append(line.number());
        if (line.arms().length == 2) {
            out.append("\" type=\"cond\" truecount=\"").append(line.arms()[0]);
            out.append("\" falsecount=\"").append(line.arms()[1]).append("\"/>\n");
            known.line(line.arms()[0] + line.arms()[1] > 0);
            known.branch(line.arms()[0] > 0);
            known.branch(line.arms()[1] > 0);
        } else {
            out.append("\" type=\"stmt\" count=\"").append(line.hits()).append("\"/>\n");
            known.line(line.hits() > 0);
        }
    }

    @Override
    public void end(StringBuilder out) {
        out.append("  </project>\n</coverage>\n");
    }
}
