package org.ecsdelivery.openapi;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jetbrains.buildServer.TeamCityExtension;

/** The public types this module is made of, found in its compiled classes. */
final class OpenApiTypes {
    private OpenApiTypes() {}

    static List<Class<?>> all() throws IOException, URISyntaxException {
        Path classes = Path.of(TeamCityExtension.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .<Class<?>>map(file -> load(classes.relativize(file).toString()))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass())
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, OpenApiTypes.class.getClassLoader());
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
