package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.engine.coverage.generate.SourceFile.Function;
import org.ecsdelivery.engine.coverage.generate.SourceFile.Line;

/** As Java's Cobertura writes: the lines of methods, then those of the class again. */
final class CoberturaRendering implements Rendering {
    @Override
    public void begin(StringBuilder out) {
        out.append("<?xml version=\"1.0\"?>\n");
        out.append("<!DOCTYPE coverage SYSTEM \"https://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n");
        out.append("<coverage line-rate=\"0.7\" branch-rate=\"0.4\" version=\"2.1.1\" timestamp=\"1\">\n");
        out.append("  <sources>\n    <source>/builds/app</source>\n  </sources>\n  <packages>\n");
    }

    @Override
    public void file(SourceFile file, boolean first, StringBuilder out, Known known) {
        String name = file.folder().replace('/', '.') + "." + file.name();
        out.append("    <package name=\"")
                .append(file.folder().replace('/', '.'))
                .append("\">\n      <classes>\n");
        out.append("        <class name=\"")
                .append(name)
                .append("\" filename=\"")
                .append(file.folder());
        out.append('/').append(file.name()).append(".java\" line-rate=\"0.7\" branch-rate=\"0.4\">\n");
        out.append("          <methods>\n");
        for (Function function : file.functions()) {
            method(function, out, known);
        }
        out.append("          </methods>\n          <lines>\n");
        for (Function function : file.functions()) {
            for (Line line : function.body()) {
                line(line, "            ", out);
                known.line(line.hits() > 0);
                for (int times : line.arms()) {
                    known.branch(times > 0);
                }
            }
        }
        out.append("          </lines>\n        </class>\n      </classes>\n    </package>\n");
    }

    private static void method(Function function, StringBuilder out, Known known) {
        out.append("            <method name=\"").append(function.name()).append("\" signature=\"()V\">\n");
        out.append("              <lines>\n");
        boolean ran = false;
        for (Line line : function.body()) {
            line(line, "                ", out);
            ran |= line.hits() > 0;
        }
        known.function(ran);
        out.append("              </lines>\n            </method>\n");
    }

    private static void line(Line line, String indent, StringBuilder out) {
        out.append(indent)
                .append("<line number=\"")
                .append(line.number())
                .append("\" hits=\"")
                .append(line.hits());
        int all = line.arms().length;
        if (all == 0) {
            out.append("\" branch=\"false\"/>\n");
            return;
        }
        int ran = 0;
        for (int times : line.arms()) {
            ran += times > 0 ? 1 : 0;
        }
        out.append("\" branch=\"true\" condition-coverage=\"").append(100.0 * ran / all);
        out.append("% (").append(ran).append('/').append(all).append(")\"/>\n");
    }

    @Override
    public void end(StringBuilder out) {
        out.append("  </packages>\n</coverage>\n");
    }
}
