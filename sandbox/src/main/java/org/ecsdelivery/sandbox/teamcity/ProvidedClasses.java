package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a plugin only what TeamCity would: the JDK and the packages named. The rest of the sandbox's class path stays
 * hidden, so that a library missing in the zip is missed here as it would be in TeamCity.
 */
final class ProvidedClasses extends ClassLoader {
    private static final List<String> ON_AGENTS = List.of(
            "jetbrains.",
            "com.intellij.",
            "org.springframework.",
            "org.slf4j.",
            "org.jetbrains.annotations.",
            "org.intellij.lang.annotations.");
    private static final List<String> ON_SERVERS = List.of("javax.servlet.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader teamCity;
    private final List<String> packages;

    private ProvidedClasses(List<String> packages) {
        super(ClassLoader.getPlatformClassLoader());
        this.teamCity = ProvidedClasses.class.getClassLoader();
        this.packages = packages;
    }

    static ProvidedClasses onAgents() {
        return new ProvidedClasses(ON_AGENTS);
    }

    static ProvidedClasses onServers() {
        return new ProvidedClasses(java.util.stream.Stream.concat(ON_AGENTS.stream(), ON_SERVERS.stream())
                .toList());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (packages.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(
                    name + ": neither in the plugin's own jars nor provided by TeamCity; package it with the plugin");
        }
        return teamCity.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return isProvided(name) ? teamCity.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isProvided(name) ? teamCity.getResources(name) : Collections.emptyEnumeration();
    }

    private boolean isProvided(String resource) {
        // Spring finds its own XML schemas and handlers through META-INF/spring.schemas and spring.handlers
        return resource.startsWith("META-INF/spring.")
                || packages.stream().anyMatch(name -> resource.startsWith(name.replace('.', '/')));
    }
}
