package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.command.CommandLine;
import org.ecsdelivery.dsl.command.Outcome;
import org.ecsdelivery.dsl.model.Entity;

/** A sample application's settings: the class that says them, and the XML that is committed beside it. */
final class WorkedExample {
    static final String DIRECTORY = ".teamcity";

    private final Example example;
    private final Settings settings;

    private WorkedExample(Example example, Settings settings) {
        this.example = example;
        this.settings = settings;
    }

    /**
     * Compiles the class into a directory and asks it for its settings.
     *
     * @throws IllegalArgumentException when it does not compile, or fails
     */
    static WorkedExample compile(Example example, Path classes) {
        Path source = example.directory().resolve(example.source());
        try {
            Files.createDirectories(classes);
            translate(source, classes);
            return new WorkedExample(example, load(example.settings(), source, classes));
        } catch (IOException cause) {
            throw new UncheckedIOException(source + " cannot be compiled into " + classes, cause);
        }
    }

    private static void translate(Path source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalArgumentException(
                    "This Java cannot compile " + source + ": run it with a JDK of 17 or later.");
        }
        String[] arguments = {
            "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), source.toString()
        };
        if (compiler.run(null, null, null, arguments) != 0) {
            throw new IllegalArgumentException(source + " does not compile.");
        }
    }

    private static Settings load(String type, Path source, Path classes) throws IOException {
        URL[] place = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, WorkedExample.class.getClassLoader())) {
            return (Settings) loader.loadClass(type).getMethod("settings").invoke(null);
        } catch (InvocationTargetException failure) {
            throw new IllegalArgumentException(source + " fails: " + failure.getCause(), failure);
        } catch (ReflectiveOperationException cause) {
            throw new IllegalStateException(source + " has no method settings", cause);
        }
    }

    Settings settings() {
        return settings;
    }

    /** Returns the directory of the committed XML. */
    Path directory() {
        return example.directory().resolve(DIRECTORY);
    }

    /** Tells whether the committed XML is what the class generates, and prints what differs. */
    boolean isCommitted(PrintStream out) {
        return CommandLine.of(() -> settings)
                        .in(example.directory())
                        .printingTo(out, out)
                        .run("check")
                == Outcome.DONE;
    }

    /** Returns the line of the class that makes a build configuration, such as {@code ShopSettings.java:49}. */
    String line(String id) {
        return settings.tree()
                .configuration(id)
                .map(Entity::origin)
                .map(origin -> origin.text().replaceAll("^.*\\(|\\)$", ""))
                .orElse(example.source());
    }
}
