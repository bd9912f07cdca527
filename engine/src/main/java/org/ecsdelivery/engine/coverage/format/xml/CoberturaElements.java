package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.ecsdelivery.engine.coverage.format.Numbers;

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

    /** Most elements are lines: their attributes are looked at once. */
    private void line(Element element) {
        long number = Numbers.NONE;
        long hits = Numbers.NONE;
        boolean branch = false;
        String coverage = "";
        for (int i = 0; i < element.attributes(); i++) {
            switch (element.attribute(i)) {
                case "number" -> number = element.countAt(i);
                case "hits" -> hits = element.countAt(i);
                case "branch" -> branch = element.isTrueAt(i);
                case "condition-coverage" -> coverage = element.valueAt(i);
                default -> {
                    // which branches are missing is told by one tool only
                }
            }
        }
        if (!inClass || number <= 0 || number > limits.line() || hits < 0) {
            target.odd(element, hits < 0 ? "hits" : "number");
        } else {
            line((int) number, (int) Math.min(hits, Integer.MAX_VALUE), branch ? Fraction.in(coverage) : 0);
        }
    }

    private void line(int number, int times, long fraction) {
        int all = Math.min(Fraction.total(fraction), limits.branchesOfLine() + 1);
        ran |= times > 0;
        if (inMethod) {
            method.line(number, times);
            methodLines.add(number, times, Fraction.covered(fraction), all);
        } else {
            builder.line(number, times);
            builder.countedBranches(number, Fraction.covered(fraction), all);
            classLines++;
            branches += all;
        }
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
