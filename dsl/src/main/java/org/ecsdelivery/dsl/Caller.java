package org.ecsdelivery.dsl;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.dsl.xml.Origin;

/** Finds the line outside this library that asked for something, so that problems can name it. */
final class Caller {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String PACKAGE = Caller.class.getPackageName();

    /** An import asks for all that is in a directory; no line asks for one thing of it. */
    private static final String IMPORTS = PACKAGE + ".imports";

    private static final Object HOME = home(Caller.class);

    /** What is known of each class that was met; a line asks for a thousand things when it stands in a loop. */
    private static final ClassValue<Lines> LINES = new ClassValue<>() {
        @Override
        protected Lines computeValue(Class<?> type) {
            boolean asks = type.getPackageName().equals(IMPORTS);
            return new Lines(isOurs(type), isOurs(type) && asks, unlike(type), new ConcurrentHashMap<>());
        }
    };

    private Caller() {}

    private record Lines(boolean ours, boolean importing, Set<String> unlike, Map<Place, Origin> known) {
        boolean areLookedFor() {
            return !ours || importing;
        }
    }

    /** A place in a class, with a descriptor where the name is that of several methods; its line takes long to find out. */
    private record Place(String method, String descriptor, int instruction) {}

    static Origin origin() {
        return WALKER.walk(frames -> frames.filter(
                        frame -> LINES.get(frame.getDeclaringClass()).areLookedFor())
                .findFirst()
                .map(Caller::link)
                .orElse(Origin.none()));
    }

    /** People may pack this library with their own classes, and our tests live in our packages. */
    private static boolean isOurs(Class<?> type) {
        String name = type.getPackageName();
        return (name.equals(PACKAGE) || name.startsWith(PACKAGE + ".")) && Objects.equals(home(type), HOME);
    }

    /** A descriptor takes as long to find out as all the rest, and few methods share their name. */
    private static Set<String> unlike(Class<?> type) {
        Map<String, Integer> counts = new HashMap<>();
        try {
            for (Method each : type.getDeclaredMethods()) {
                counts.merge(each.getName(), 1, Integer::sum);
            }
        } catch (LinkageError missing) {
            // a signature names a class that is not there: then every descriptor is looked at
            return Set.of();
        }
        counts.values().removeIf(count -> count > 1);
        return Set.copyOf(counts.keySet());
    }

    private static Object home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
    }

    private static Origin link(StackFrame frame) {
        Lines lines = LINES.get(frame.getDeclaringClass());
        if (lines.importing) {
            return Origin.none();
        }
        String method = frame.getMethodName();
        String descriptor = lines.unlike.contains(method) ? "" : frame.getDescriptor();
        Place place = new Place(method, descriptor, frame.getByteCodeIndex());
        return lines.known.computeIfAbsent(place, each -> line(frame));
    }

    private static Origin line(StackFrame frame) {
        return new Origin(frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")");
    }
}
