package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them. */
final class Amount {
    private static final int TASK_DIGITS = 8;

    private Amount() {}

    /** Returns a duration such as {@code 3.2 s}, {@code 38 s} or {@code 2 min 5 s}. */
    static String of(Duration duration) {
        long seconds = duration.plusMillis(500).toSeconds();
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return decimal(duration.toMillis() / 1000.0) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        String minutes = seconds / 60 + " min";
        return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + " s";
    }

    /** Returns a size in the decimal units that Docker prints, such as {@code 153.2 MB}. */
    static String ofBytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return decimal(bytes / 1e3) + " kB";
        }
        return bytes < 1_000_000_000 ? decimal(bytes / 1e6) + " MB" : decimal(bytes / 1e9) + " GB";
    }

    /** Returns a count with its noun, such as {@code 1 task} or {@code 3 tasks}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns the beginning of a task id, enough to tell the tasks of one service apart. */
    static String shortTask(String id) {
        return id.length() <= TASK_DIGITS ? id : id.substring(0, TASK_DIGITS) + "\u2026";
    }

    /** Returns the beginning of an image id or digest, as Docker prints it. */
    static String shortImage(String id) {
        String digits = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return digits.length() <= 12 ? digits : digits.substring(0, 12);
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
