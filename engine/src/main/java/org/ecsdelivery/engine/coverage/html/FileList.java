package org.ecsdelivery.engine.coverage.html;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;

/** All files with their figures as a script, which the search loads when somebody first searches. */
final class FileList {
    private FileList() {}

    static void write(FileTree tree, Columns columns, Markup out) {
        out.raw("window.coverageFiles=[");
        String separator = "\n[";
        for (Leaf leaf : tree.leaves()) {
            out.raw(separator);
            quoted(leaf.file().path(), out);
            out.raw(",\"").raw(leaf.page()).raw("\"");
            for (CoverageMetric metric : columns.metrics()) {
                Count count = leaf.file().count(metric);
                out.raw(",").number(count.covered()).raw(",").number(count.total());
            }
            out.raw("]");
            separator = ",\n[";
        }
        out.raw("\n];\n");
    }

    /** Adds a string of the script; what could end it, or be taken for markup, is written as its number. */
    private static void quoted(String text, Markup out) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f && "\"\\<>&'".indexOf(c) < 0;
            boolean letter = c > 0x7f && (Character.isLetterOrDigit(c));
            if (plain || letter) {
                quoted.append(c);
            } else {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        out.raw(quoted.append('"').toString());
    }
}
