package org.ecsdelivery.dsl.diff;

import java.util.List;

/** Writes changes for people, one a line, with what belongs to them below. */
final class Report {
    private final StringBuilder out = new StringBuilder();

    private Report() {}

    static String of(List<Change> changes) {
        Report report = new Report();
        changes.forEach(each -> report.change(each, ""));
        return report.out.toString();
    }

    private void change(Change change, String indent) {
        boolean byLines = change.before().isLong() || change.after().isLong();
        out.append(indent).append(change.sign()).append(' ').append(Value.inOneLine(change.title()));
        if (!byLines) {
            out.append(values(change));
        }
        out.append('\n');
        if (byLines && isChanged(change)) {
            lines(change, indent + "    ");
        }
        change.inside().forEach(each -> change(each, indent + "  "));
    }

    private static boolean isChanged(Change change) {
        return !change.before().text().equals(change.after().text());
    }

    private static String values(Change change) {
        return switch (change.sign()) {
            case '+' -> change.after().isEmpty() ? "" : ": " + change.after().shown();
            case '-' -> change.before().isEmpty() ? "" : ": " + change.before().shown();
            default ->
                isChanged(change)
                        ? ": " + change.before().shown() + " -> "
                                + change.after().shown()
                        : "";
        };
    }

    private void lines(Change change, String indent) {
        if (change.sign() == '~') {
            LineChanges.of(change.before().text(), change.after().text()).forEach(line -> line(indent, line));
        } else {
            String text = change.before().text() + change.after().text();
            text.lines().forEach(line -> line(indent, change.sign() + " " + Value.inOneLine(line)));
        }
    }

    private void line(String indent, String line) {
        out.append(indent).append(line).append('\n');
    }
}
