package org.ecsdelivery.dsl;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
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
            return new Lines(isOurs(type), isOurs(type) && asks, new ConcurrentHashMap<>());
        }
    };

    private Caller() {}

    private record Lines(boolean ours, boolean importing, Map<Place, Origin> known) {
        boolean areLookedFor() {
            return !ours || importing;
        }
    }

    /** A place in a class; its line takes long to find out. */
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
        Place place = new Place(frame.getMethodName(), frame.getDescriptor(), frame.getByteCodeIndex());
        return lines.known.computeIfAbsent(place, each -> line(frame));
    }

    private static Origin line(StackFrame frame) {
        return new Origin(frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")");
    }
}
