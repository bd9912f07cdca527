package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As OpenCover writes, a module for each file. */
final class OpenCoverRendering implements Rendering {
    private int uid;

    @Override
    public void begin(StringBuilder out) {
        uid = 0;
        out.append("\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CoverageSession>\n");
        out.append(
                "  <Summary numSequencePoints=\"0\" visitedSequencePoints=\"0\" numBranchPoints=\"0\" />\n  <Modules>\n");
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        uid++;
        String path = "D:\\a\\1\\s\\" + file.folder().replace('/', '\\') + "\\" + file.name() + ".cs";
        out.append("    <Module hash=\"AB\"><ModuleName>App</ModuleName>\n      <Files><File uid=\"")
                .append(uid);
        out.append("\" fullPath=\"").append(path).append("\" /></Files>\n      <Classes><Class><FullName>App.");
        out.append(file.name()).append("</FullName><Methods>\n");
        for (Function function : file.functions()) {
            method(function, out, known);
        }
        out.append("      </Methods></Class></Classes>\n    </Module>\n");
    }

    private void method(Function function, StringBuilder out, Known known) {
        boolean ran = function.body().stream().anyMatch(line -> line.hits() > 0);
        out.append("        <Method visited=\"").append(ran).append("\"><Name>System.Void App::");
        out.append(function.name())
                .append("()</Name><FileRef uid=\"")
                .append(uid)
                .append("\" /><SequencePoints>\n");
        known.function(ran);
        StringBuilder branches = new StringBuilder();
        for (Line line : function.body()) {
            out.append("          <SequencePoint vc=\"")
                    .append(line.hits())
                    .append("\" sl=\"")
                    .append(line.number());
            out.append("\" sc=\"9\" el=\"")
                    .append(line.number())
                    .append("\" ec=\"30\" fileid=\"")
                    .append(uid);
            out.append("\" />\n");
            known.line(line.hits() > 0);
            known.statements(1, line.hits() > 0);
            branches(line, branches, known);
        }
        out.append("        </SequencePoints><BranchPoints>\n")
                .append(branches)
                .append("        </BranchPoints></Method>\n");
    }

    private void branches(Line line, StringBuilder out, Known known) {
        for (int i = 0; i < line.arms().length; i++) {
            out.append("          <BranchPoint vc=\"")
                    .append(line.arms()[i])
                    .append("\" sl=\"")
                    .append(line.number());
            out.append("\" path=\"")
                    .append(i)
                    .append("\" offset=\"")
                    .append(line.number())
                    .append("\" fileid=\"");
            out.append(uid).append("\" />\n");
            known.branch(line.arms()[i] > 0);
        }
    }

    @Override
    public void end(StringBuilder out) {
        out.append("  </Modules>\n</CoverageSession>\n");
    }
}
