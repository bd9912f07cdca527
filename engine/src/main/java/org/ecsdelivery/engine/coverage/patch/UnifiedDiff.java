package org.ecsdelivery.engine.coverage.patch;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads which lines a unified diff adds: that of {@code git diff}, {@code git show}, {@code svn diff} or {@code diff -u}. */
public final class UnifiedDiff {
    private static final Pattern HUNK =
            Pattern.compile("^@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*", Pattern.DOTALL);
    private static final int MOST = 10_000_000;
    private static final String REMEDY = "Hand over the output of git diff --merge-base <base>, or of diff -u.";

    private final String name;
    private final DiffLines lines;
    private final Map<String, IntStream.Builder> added = new LinkedHashMap<>();
    private IntStream.Builder current = IntStream.builder();
    private String oldPath = "";
    private boolean inFile;
    private boolean anyHeader;
    private int oldLeft;
    private int newLeft;
    private int newLine;
    private int total;

    private UnifiedDiff(String name, InputStream in) {
        this.name = name;
        this.lines = new DiffLines(in);
    }

    /**
     * Reads a diff; throws {@link UnreadableDiff} when it is none, or a combined one.
     *
     * @param name what messages call it
     * @param in its bytes in UTF-8
     */
    public static ChangedLines parse(String name, InputStream in) throws IOException {
        return new UnifiedDiff(name, in).read();
    }

    private ChangedLines read() throws IOException {
        boolean anyText = false;
        while (lines.next()) {
            anyText |= lines.first() != 0;
            if (oldLeft > 0 || newLeft > 0) {
                inHunk();
            } else {
                header();
            }
        }
        if (anyText && !anyHeader) {
            throw unreadable("it is no unified diff");
        }
        if (oldLeft > 0 || newLeft > 0) {
            throw unreadable("it ends in the middle of a hunk");
        }
        Map<String, int[]> changed = new LinkedHashMap<>();
        added.forEach((path, numbers) -> changed.put(path, numbers.build().toArray()));
        return ChangedLines.of(changed);
    }

    private void inHunk() {
        switch (lines.first()) {
            case '+' -> {
                if (inFile) {
                    current.add(newLine);
                    count();
                }
                newLine++;
                newLeft--;
            }
            case '-' -> oldLeft--;
            case ' ', 0 -> {
                newLine++;
                newLeft--;
                oldLeft--;
            }
            case '\\' -> {
                // no newline at the end of the file
            }
            default -> throw unreadable("a hunk has fewer lines than its header tells");
        }
    }

    private void count() {
        if (++total > MOST) {
            throw unreadable("more than " + MOST + " lines are added");
        }
    }

    private void header() {
        if (lines.startsWith("@@@") || lines.startsWith("diff --cc ") || lines.startsWith("diff --combined ")) {
            throw unreadable("it is a combined diff of a merge, which compares with two bases at once");
        }
        if (lines.startsWith("@@ ")) {
            hunk();
        } else if (lines.startsWith("--- ")) {
            oldPath = DiffPath.of(lines.text().substring(4));
            anyHeader = true;
        } else if (lines.startsWith("+++ ")) {
            open(DiffPath.of(lines.text().substring(4)));
        } else if (lines.startsWith("diff ") || lines.startsWith("Index: ")) {
            anyHeader = true;
            inFile = false;
        }
    }

    private void open(String path) {
        inFile = !DiffPath.isNothing(path);
        if (inFile) {
            String plain = DiffPath.withoutSide(path, oldPath);
            current = added.computeIfAbsent(plain.replace('\\', '/'), any -> IntStream.builder());
        }
        anyHeader = true;
    }

    private void hunk() {
        Matcher hunk = HUNK.matcher(lines.text());
        if (!hunk.matches()) {
            throw unreadable("the header of a hunk makes no sense: " + shown(lines.text()));
        }
        oldLeft = count(hunk.group(2));
        newLine = Integer.parseInt(hunk.group(3));
        newLeft = count(hunk.group(4));
    }

    private static int count(@Nullable String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private UnreadableDiff unreadable(String problem) {
        return new UnreadableDiff(name, lines.number(), problem, REMEDY);
    }
}
