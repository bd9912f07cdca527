package org.ecsdelivery.dsl.classic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes what differs between two texts in the unified format, as git does. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    /** Comparing each line with each other takes too long and too much memory beyond this. */
    private static final long MOST = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<String> lines = new ArrayList<>();

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    static String of(String path, byte[] before, byte[] after) {
        String end = path.indexOf(' ') < 0 ? "\n" : "\t\n";
        UnifiedDiff diff =
                new UnifiedDiff(new String(before, StandardCharsets.UTF_8), new String(after, StandardCharsets.UTF_8));
        diff.compare();
        return "--- a/" + path + end + "+++ b/" + path + end + diff.hunks();
    }

    /** Each line with its end, so that a missing last one is seen. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }

    private void compare() {
        int head = 0;
        int most = Math.min(before.size(), after.size());
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(0, head).forEach(each -> lines.add(" " + each));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        before.subList(before.size() - tail, before.size()).forEach(each -> lines.add(" " + each));
    }

    private void middle(List<String> old, List<String> young) {
        if ((long) old.size() * young.size() > MOST) {
            old.forEach(each -> lines.add("-" + each));
            young.forEach(each -> lines.add("+" + each));
            return;
        }
        int[][] common = common(old, young);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                lines.add(" " + old.get(i++));
                j++;
            } else if (j == young.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("-" + old.get(i++));
            } else {
                lines.add("+" + young.get(j++));
            }
        }
    }

    /** Returns how many lines the rests from each place have in common. */
    private static int[][] common(List<String> old, List<String> young) {
        int[][] common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private String hunks() {
        StringBuilder all = new StringBuilder();
        int at = 0;
        while (at < lines.size()) {
            int change = next(at);
            if (change == lines.size()) {
                break;
            }
            int begin = Math.max(at, change - CONTEXT);
            int end = end(change);
            all.append(hunk(begin, end));
            at = end;
        }
        return all.toString();
    }

    private int next(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).charAt(0) == ' ') {
            at++;
        }
        return at;
    }

    /** Changes so near to each other that their surroundings meet are one. */
    private int end(int change) {
        int last = change;
        int next = change;
        while (next < lines.size() && next - last <= 2 * CONTEXT + 1) {
            last = next;
            next = next(next + 1);
        }
        return Math.min(lines.size(), last + 1 + CONTEXT);
    }

    private String hunk(int begin, int end) {
        StringBuilder body = new StringBuilder();
        for (String line : lines.subList(begin, end)) {
            body.append(line);
            if (!line.endsWith("\n")) {
                body.append("\n\\ No newline at end of file\n");
            }
        }
        return "@@ -" + range(begin, end, '+') + " +" + range(begin, end, '-') + " @@\n" + body;
    }

    private String range(int begin, int end, char other) {
        long first = lines.subList(0, begin).stream()
                .filter(each -> each.charAt(0) != other)
                .count();
        long count = lines.subList(begin, end).stream()
                .filter(each -> each.charAt(0) != other)
                .count();
        return (count == 0 ? first : first + 1) + "," + count;
    }
}
