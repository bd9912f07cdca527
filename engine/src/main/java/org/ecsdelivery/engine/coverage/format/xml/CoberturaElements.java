package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;

/**
 * What the elements of Cobertura mean. Only the lines of a class count: those of its methods are the same ones again, used
 * where a class has none of its own. The document type's default values are never seen, as it is never loaded.
 */
final class CoberturaElements implements Elements {
    private final XmlTarget target;
    private final Limits limits;
    private final FileCoverageBuilder builder;
    private final LineList methodLines = new LineList();
    private final CoberturaMethod method = new CoberturaMethod();
    private String path = "";
    private String type = "";
    private boolean inClass;
    private boolean inMethod;
    private boolean ran;
    private int classLines;
    private long linesTold = -1;
    private long branchesTold = -1;
    private long lines;
    private long branches;

    CoberturaElements(XmlTarget target, Limits limits) {
        this.target = target;
        this.limits = limits;
        this.builder = new FileCoverageBuilder(Repeats.ADD_UP, limits);
    }

    @Override
    public void start(Element element) {
        switch (element.name()) {
            case "line" -> line(element);
            case "method" -> {
                inMethod = true;
                method.begin(element);
            }
            case "class" -> begin(element);
            case "coverage" -> {
                linesTold = element.count("lines-valid");
                branchesTold = element.count("branches-valid");
            }
            default -> {
                // groups of the above
            }
        }
    }

    private void begin(Element element) {
        type = element.value("name");
        path = element.value("filename");
        path = path.isEmpty() ? type : path;
        inClass = true;
        ran = false;
        classLines = 0;
        methodLines.clear();
    }

    private void line(Element element) {
        long number = element.count("number");
        long hits = element.count("hits");
        if (!inClass || number <= 0 || number > limits.line() || hits < 0) {
            target.odd(element, hits < 0 ? "hits" : "number");
            return;
        }
        int times = (int) Math.min(hits, Integer.MAX_VALUE);
        ran |= times > 0;
        long branch = isBranch(element) ? Fraction.in(element.value("condition-coverage")) : 0;
        int all = Math.min(Fraction.total(branch), limits.branchesOfLine() + 1);
        if (inMethod) {
            method.line((int) number, times);
            methodLines.add((int) number, times, Fraction.covered(branch), all);
        } else {
            builder.line((int) number, times);
            builder.countedBranches((int) number, Fraction.covered(branch), all);
            classLines++;
            branches += all;
        }
    }

    private static boolean isBranch(Element element) {
        return element.value("branch").equalsIgnoreCase("true");
    }

    @Override
    public void end(String name) {
        if (name.equals("method") && inMethod) {
            inMethod = false;
            method.hand(builder);
        } else if (name.equals("class") && inClass) {
            inClass = false;
            close();
        }
    }

    private void close() {
        if (classLines == 0) {
            branches += methodLines.hand(builder);
            classLines = methodLines.lines();
        }
        lines += classLines;
        if (path.isEmpty()) {
            builder.clear();
            return;
        }
        if (!type.isEmpty() && classLines > 0) {
            builder.type(type, ran);
        }
        target.file(builder.build(path));
    }

    @Override
    public boolean wantsText(String name) {
        return name.equals("source");
    }

    @Override
    public void text(String text) {
        target.sourceRoot(text);
    }

    @Override
    public void finish() {
        target.headerDiffers("lines-valid", linesTold, lines);
        target.headerDiffers("branches-valid", branchesTold, branches);
    }
}
