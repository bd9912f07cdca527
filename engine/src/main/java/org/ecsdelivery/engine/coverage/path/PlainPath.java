package org.ecsdelivery.engine.coverage.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths as tools write them, made plain: slashes, no dots, no scheme, no query. */
public final class PlainPath {
    private static final Pattern SCHEME =
            Pattern.compile("^(file:/+(?=[A-Za-z]:/)|file://[^/]*|webpack://[^/]*/|ng:///)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:/.*");

    private PlainPath() {}

    /** Makes a path plain; an absolute one stays absolute. */
    public static String of(String raw) {
        String path = raw.replace('\\', '/');
        if (path.indexOf(':') > 0) {
            path = SCHEME.matcher(path).replaceFirst("");
        }
        int query = path.indexOf('?');
        return withoutDots(query > 0 ? path.substring(0, query) : path);
    }

    private static String withoutDots(String path) {
        if (!path.contains("./") && !path.contains("//") && !path.endsWith("/.") && !path.endsWith("/..")) {
            return path;
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..");
            if (up && !parts.get(parts.size() - 1).isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".") && !(part.isEmpty() && !parts.isEmpty())) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Tells whether the path starts at a root or a drive. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || DRIVE.matcher(path).matches();
    }

    /** Tells whether the path was written on Windows, where the case of letters does not matter. */
    static boolean isWindows(String raw) {
        return raw.indexOf('\\') >= 0 || DRIVE.matcher(raw.replace('\\', '/')).matches();
    }

    /** Returns the path below that directory, or null when it is not below it. */
    static @Nullable String below(String directory, String path) {
        String start = directory.endsWith("/") || directory.isEmpty() ? directory : directory + "/";
        boolean below = DRIVE.matcher(path).matches()
                ? path.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT))
                : path.startsWith(start);
        return below ? path.substring(start.length()) : null;
    }
}
