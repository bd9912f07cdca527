package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As Go writes; each line of a body is a block of two statements. */
final class GoRendering implements Rendering {
    @Override
    public void begin(StringBuilder out) {
        out.append("mode: atomic\n");
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        for (Function function : file.functions()) {
            for (Line line : function.body()) {
                out.append("example.com/app/")
                        .append(file.folder())
                        .append('/')
                        .append(file.name())
                        .append(".go:");
                out.append(line.number()).append(".5,").append(line.number()).append(".40 2 ");
                out.append(line.hits()).append('\n');
                known.line(line.hits() > 0);
                known.statements(2, line.hits() > 0);
            }
        }
    }
}
