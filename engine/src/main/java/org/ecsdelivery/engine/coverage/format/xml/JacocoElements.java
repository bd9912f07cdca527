package org.ecsdelivery.engine.coverage.format.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;

/**
 * What the elements of JaCoCo mean. Lines, branches and instructions come from {@code sourcefile}, since several classes may
 * share a line; methods and classes from {@code class}. Counters are used only where there are no lines.
 */
final class JacocoElements implements Elements {
    private final XmlTarget target;
    private final Limits limits;
    private final FileCoverageBuilder builder;
    private final Deque<String> groups = new ArrayDeque<>();
    private String packageName = "";
    private String type = "";
    private String source = "";
    private String method = "";
    private int methodLine;
    private boolean methodRan;
    private int lines;

    JacocoElements(XmlTarget target, Limits limits) {
        this.target = target;
        this.limits = limits;
        this.builder = new FileCoverageBuilder(Repeats.ADD_UP, limits);
    }

    @Override
    public void start(Element element) {
        switch (element.name()) {
            case "line" -> line(element);
            case "counter" -> counter(element);
            case "method" -> {
                method = element.value("name") + element.value("desc");
                methodLine = Math.min(element.countOrNone("line"), limits.line());
                methodRan = false;
            }
            case "class" -> {
                type = element.value("name");
                source = element.value("sourcefilename");
            }
            case "sourcefile" -> {
                source = element.value("name");
                lines = 0;
            }
            case "package" -> packageName = element.value("name");
            case "group" -> groups.addLast(element.value("name"));
            default -> {
                // sessions and the report itself
            }
        }
    }

    private void line(Element element) {
        long number = element.count("nr");
        if (number <= 0 || number > limits.line()) {
            target.odd(element, "nr");
            return;
        }
        int ran = element.countOrNone("ci");
        int branchesRan = element.countOrNone("cb");
        long branches = (long) branchesRan + element.countOrNone("mb");
        builder.line((int) number, ran > 0 ? 1 : 0);
        builder.countedBranches((int) number, branchesRan, (int) Math.min(branches, Integer.MAX_VALUE));
        builder.instructions(
                (int) number, ran, (int) Math.min((long) ran + element.countOrNone("mi"), Integer.MAX_VALUE));
        lines++;
    }

    private void counter(Element element) {
        int covered = element.countOrNone("covered");
        Count count = new Count(covered, (long) covered + element.countOrNone("missed"));
        String kind = element.value("type");
        if (!method.isEmpty()) {
            methodRan |= covered > 0 && (kind.equals("METHOD") || kind.equals("INSTRUCTION"));
        } else if (!type.isEmpty()) {
            classCounter(kind, count);
        } else if (!source.isEmpty() && lines == 0) {
            summary(kind, count);
        }
    }

    private void classCounter(String kind, Count count) {
        if (kind.equals("CLASS")) {
            builder.type(type, count.covered() > 0);
        } else if (source.isEmpty()) {
            summary(kind, count);
        }
    }

    private void summary(String kind, Count count) {
        switch (kind) {
            case "LINE" -> builder.summary(CoverageMetric.LINES, count);
            case "BRANCH" -> builder.summary(CoverageMetric.BRANCHES, count);
            case "INSTRUCTION" -> builder.summary(CoverageMetric.INSTRUCTIONS, count);
            default -> {
                // methods and classes are told one by one
            }
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "method" -> {
                builder.function(methodLine, simple(type) + "." + method, methodRan ? 1 : 0);
                method = "";
            }
            case "class" -> {
                target.file(builder.build(source.isEmpty() ? inGroups(type) : path(source)));
                type = "";
                source = "";
            }
            case "sourcefile" -> {
                target.file(builder.build(path(source)));
                source = "";
            }
            case "package" -> packageName = "";
            case "group" -> groups.pollLast();
            default -> {
                // nothing ends with it
            }
        }
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private String path(String file) {
        return inGroups(packageName.isEmpty() ? file : packageName + "/" + file);
    }

    private String inGroups(String path) {
        return groups.isEmpty() ? path : String.join("/", groups) + "/" + path;
    }
}
