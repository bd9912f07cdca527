package org.ecsdelivery.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.ecsdelivery.dsl.Settings;

/** Compiles what an import gives, and runs it. */
public final class CompiledImport {
    private CompiledImport() {}

    /** Returns the settings that the Java makes, compiled below an empty directory. */
    public static Settings settings(Imported imported, Path directory) throws Exception {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        imported.writeTo(directory);
        compile(imported, directory, classes);
        URL[] place = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, CompiledImport.class.getClassLoader())) {
            return (Settings)
                    loader.loadClass(main(imported)).getMethod("settings").invoke(null);
        }
    }

    private static void compile(Imported imported, Path directory, Path classes) {
        List<String> arguments = new ArrayList<>(List.of("-encoding", "US-ASCII", "-Werror", "-d", classes.toString()));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        imported.sources()
                .keySet()
                .forEach(each -> arguments.add(directory.resolve(each).toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static String main(Imported imported) {
        return imported.sources().entrySet().stream()
                .filter(each -> each.getValue().contains("public static Settings settings()"))
                .map(each -> each.getKey().replace(".java", "").replace('/', '.'))
                .findFirst()
                .orElseThrow();
    }
}
