package org.ecsdelivery.engine.coverage.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the file of the checkout that ends most like a path. At least the name and one directory must be the same. Of
 * several, the one counts that also has the other directories of the path in it (modules of JaCoCo, packages of a monorepo),
 * or that lies nearest to the report.
 */
final class Endings {
    private final CheckoutFiles files;

    Endings(CheckoutFiles files) {
        this.files = files;
    }

    Resolution find(String path, boolean ignoreCase, String reportDirectory) {
        String[] wanted = parts(path);
        List<String> best = longest(wanted, path, ignoreCase);
        if (best.size() > 1) {
            best = most(best, file -> others(wanted, parts(file), ignoreCase));
        }
        if (best.size() > 1) {
            String[] near = parts(reportDirectory);
            best = most(best, file -> common(near, parts(file)));
        }
        return switch (best.size()) {
            case 0 -> new Resolution(path, Resolution.Way.UNRESOLVED);
            case 1 -> new Resolution(best.get(0), Resolution.Way.ENDING);
            default -> new Resolution(path, Resolution.Way.AMBIGUOUS);
        };
    }

    private List<String> longest(String[] wanted, String path, boolean ignoreCase) {
        int least = wanted.length == 1 ? 1 : 2;
        List<String> best = new ArrayList<>();
        for (String file : files.named(path)) {
            int same = sameEnd(wanted, parts(file), ignoreCase);
            if (same > least) {
                best.clear();
                least = same;
            }
            if (same == least) {
                best.add(file);
            }
        }
        return best;
    }

    private static List<String> most(List<String> of, Score score) {
        int highest = 0;
        List<String> best = new ArrayList<>();
        for (String file : of) {
            int reached = score.of(file);
            if (reached > highest) {
                best.clear();
                highest = reached;
            }
            if (reached == highest) {
                best.add(file);
            }
        }
        return best;
    }

    private static int sameEnd(String[] wanted, String[] file, boolean ignoreCase) {
        int same = 0;
        while (same < wanted.length
                && same < file.length
                && isSame(wanted[wanted.length - 1 - same], file[file.length - 1 - same], ignoreCase)) {
            same++;
        }
        return same;
    }

    /** Counts the directories of the path before the common end that the file has too, in the same order. */
    private static int others(String[] wanted, String[] file, boolean ignoreCase) {
        int same = sameEnd(wanted, file, ignoreCase);
        int found = 0;
        int at = file.length - same - 1;
        for (int i = wanted.length - same - 1; i >= 0; i--) {
            int place = at;
            while (place >= 0 && !isSame(wanted[i], file[place], ignoreCase)) {
                place--;
            }
            if (place >= 0) {
                found++;
                at = place - 1;
            }
        }
        return found;
    }

    private static int common(String[] one, String[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }

    private static boolean isSame(String one, String other, boolean ignoreCase) {
        return ignoreCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    private static String[] parts(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return bare.isEmpty() ? new String[0] : bare.split("/", -1);
    }

    /** How well a file fits. */
    private interface Score {
        int of(String file);
    }
}
