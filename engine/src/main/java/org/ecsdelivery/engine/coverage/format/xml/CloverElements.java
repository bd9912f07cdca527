package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Hits;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;

/**
 * What the elements of Clover mean. A decision has two ways out, {@code truecount} and {@code falsecount} tell how often each
 * was taken; in Istanbul's dialect, where a decision has a {@code count} too, they are the branches covered and not covered.
 */
final class CloverElements implements Elements {
    private final XmlTarget target;
    private final Limits limits;
    private final FileCoverageBuilder builder;
    private String packageName = "";
    private String path = "";
    private String type = "";
    private int decisions;
    private int testProjects;

    CloverElements(XmlTarget target, Limits limits) {
        this.target = target;
        this.limits = limits;
        this.builder = new FileCoverageBuilder(Repeats.OVERLAP, limits);
    }

    @Override
    public void start(Element element) {
        if (element.name().equals("testproject")) {
            testProjects++;
        }
        if (testProjects > 0) {
            return;
        }
        switch (element.name()) {
            case "line" -> line(element);
            case "metrics" -> metrics(element);
            case "class" -> type = element.value("name");
            case "file" -> {
                path = pathOf(element);
                decisions = 0;
            }
            case "package" -> packageName = element.value("name");
            default -> {
                // the project and the report
            }
        }
    }

    private String pathOf(Element element) {
        String told = element.value("path");
        String name = element.value("name");
        if (!told.isEmpty()) {
            return told;
        }
        boolean bare = name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !packageName.isEmpty();
        return bare ? packageName.replace('.', '/') + "/" + name : name;
    }

    private void metrics(Element element) {
        if (!type.isEmpty()) {
            boolean ran = element.countOrNone("coveredelements") > 0
                    || element.countOrNone("coveredstatements") > 0
                    || element.countOrNone("coveredmethods") > 0;
            builder.type(type, ran);
            type = "";
        }
    }

    private void line(Element element) {
        long number = element.count("num");
        if (path.isEmpty() || number <= 0 || number > limits.line()) {
            target.odd(element, "num");
            return;
        }
        int line = (int) number;
        switch (element.value("type")) {
            case "method" -> method(element, line);
            case "cond" -> decision(element, line);
            default -> builder.line(line, hits(element));
        }
    }

    private void method(Element element, int line) {
        String name = element.value("name");
        name = name.isEmpty() ? element.value("signature") : name;
        builder.function(line, name.isEmpty() ? "line " + line : name, hits(element));
    }

    private void decision(Element element, int line) {
        int whenTrue = element.countOrNone("truecount");
        int whenFalse = element.countOrNone("falsecount");
        if (element.has("count")) {
            builder.line(line, hits(element));
            long all = (long) whenTrue + whenFalse;
            builder.countedBranches(line, whenTrue, (int) Math.min(all, Integer.MAX_VALUE));
        } else {
            builder.line(line, (long) whenTrue + whenFalse);
            builder.branch(line, decisions, 0, Hits.of(whenTrue));
            builder.branch(line, decisions++, 1, Hits.of(whenFalse));
        }
    }

    private long hits(Element element) {
        long hits = element.count("count");
        if (hits < 0) {
            target.odd(element, "count");
        }
        return hits;
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "testproject" -> testProjects--;
            case "file" -> close();
            case "package" -> packageName = "";
            default -> {
                // nothing ends with it
            }
        }
    }

    private void close() {
        if (testProjects == 0 && !path.isEmpty()) {
            target.file(builder.build(path));
        }
        path = "";
    }
}
