package org.ecsdelivery.dsl;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Objects;
import org.ecsdelivery.dsl.xml.Origin;

/** Finds the line outside this library that asked for something, so that problems can name it. */
final class Caller {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String PACKAGE = Caller.class.getPackageName();

    private Caller() {}

    static Origin origin() {
        return WALKER.walk(frames -> frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                .findFirst()
                .map(Caller::link)
                .orElse(Origin.none()));
    }

    /** People may pack this library with their own classes, and our tests live in our packages. */
    private static boolean isOurs(Class<?> type) {
        String name = type.getPackageName();
        return (name.equals(PACKAGE) || name.startsWith(PACKAGE + "."))
                && Objects.equals(home(type), home(Caller.class));
    }

    private static Object home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
    }

    private static Origin link(StackFrame frame) {
        return new Origin(frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")");
    }
}
