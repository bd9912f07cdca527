package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As JaCoCo writes: all in one line. */
final class JacocoRendering implements Rendering {
    @Override
    public void begin(StringBuilder out) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        out.append("<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report name=\"app\">");
        out.append("<sessioninfo id=\"ci-1\" start=\"1\" dump=\"2\"/>");
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        String type = file.folder() + "/" + file.name();
        out.append("<package name=\"")
                .append(file.folder())
                .append("\"><class name=\"")
                .append(type);
        out.append("\" sourcefilename=\"").append(file.name()).append(".java\">");
        for (Function function : file.functions()) {
            boolean ran = function.body().stream().anyMatch(line -> line.hits() > 0);
            out.append("<method name=\"").append(function.name()).append("\" desc=\"(Ljava/lang/String;)V\" line=\"");
            out.append(function.line())
                    .append("\"><counter type=\"METHOD\" missed=\"")
                    .append(ran ? 0 : 1);
            out.append("\" covered=\"").append(ran ? 1 : 0).append("\"/></method>");
            known.function(ran);
        }
        out.append("<counter type=\"CLASS\" missed=\"0\" covered=\"1\"/></class><sourcefile name=\"");
        out.append(file.name()).append(".java\">");
        for (Function function : file.functions()) {
            for (Line line : function.body()) {
                line(line, out, known);
            }
        }
        out.append("</sourcefile></package>");
    }

    private static void line(Line line, StringBuilder out, Known known) {
        int ran = 0;
        for (int times : line.arms()) {
            ran += times > 0 ? 1 : 0;
            known.branch(times > 0);
        }
        known.line(line.hits() > 0);
        out.append("<line nr=\"").append(line.number()).append("\" mi=\"").append(line.hits() > 0 ? 0 : 4);
        out.append("\" ci=\"")
                .append(line.hits() > 0 ? 4 : 0)
                .append("\" mb=\"")
                .append(line.arms().length - ran);
        out.append("\" cb=\"").append(ran).append("\"/>");
    }

    @Override
    public void end(StringBuilder out) {
        out.append("</report>");
    }
}
