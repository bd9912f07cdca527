package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** One half of a loaded plugin: its own class loader and its own Spring context below one with TeamCity's beans. */
final class PluginHalf implements AutoCloseable {
    private final PluginClassLoader loader;
    private final GenericApplicationContext teamCity;
    private final GenericApplicationContext plugin;

    private PluginHalf(PluginClassLoader loader, GenericApplicationContext teamCity, GenericApplicationContext plugin) {
        this.loader = loader;
        this.teamCity = teamCity;
        this.plugin = plugin;
    }

    /**
     * Starts a half.
     *
     * @param contextFiles the beginning of the names of its Spring files, such as {@code build-agent-plugin-}
     * @param beans TeamCity's beans by name
     * @throws PluginLoadException when a class, a bean or every Spring file is missing
     */
    static PluginHalf start(String contextFiles, List<Path> jars, ProvidedClasses provided, Map<String, Object> beans) {
        List<Resource> files = contextFiles(contextFiles, jars);
        if (files.isEmpty()) {
            throw new PluginLoadException("None of the jars " + names(jars) + " has a META-INF/" + contextFiles
                    + "*.xml: TeamCity would find nothing in this half of the plugin.");
        }
        PluginClassLoader loader = new PluginClassLoader(jars, provided);
        GenericApplicationContext teamCity = new GenericApplicationContext();
        beans.forEach(teamCity.getBeanFactory()::registerSingleton);
        teamCity.refresh();
        GenericApplicationContext plugin = new GenericApplicationContext(teamCity);
        PluginHalf half = new PluginHalf(loader, teamCity, plugin);
        half.refresh(files, contextFiles, provided);
        return half;
    }

    /** Finds the beans of a type, as TeamCity finds extensions. */
    <T> Collection<T> extensions(Class<T> type) {
        return plugin.getBeansOfType(type).values();
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        plugin.close();
        teamCity.close();
        try {
            loader.close();
        } catch (IOException cause) {
            throw new PluginLoadException("Cannot close the plugin's jars: " + cause.getMessage(), cause);
        }
    }

    private void refresh(List<Resource> files, String contextFiles, ProvidedClasses provided) {
        plugin.setClassLoader(loader);
        // TeamCity's threads carry TeamCity's class loader, not the plugin's: what relies on it fails there too
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(provided);
        try {
            new XmlBeanDefinitionReader(plugin).loadBeanDefinitions(files.toArray(Resource[]::new));
            plugin.refresh();
        } catch (BeansException | LinkageError cause) {
            close();
            throw new PluginLoadException(
                    "The Spring context of META-INF/" + contextFiles + "*.xml does not start: " + cause.getMessage(),
                    cause);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Resource> contextFiles(String beginning, List<Path> jars) {
        Pattern name = Pattern.compile("META-INF/" + Pattern.quote(beginning) + "[^/]*\\.xml");
        List<Resource> files = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile entries = new JarFile(jar.toFile())) {
                for (JarEntry entry : entries.stream().toList()) {
                    if (name.matcher(entry.getName()).matches()) {
                        files.add(resource(jar, entries, entry));
                    }
                }
            } catch (IOException cause) {
                throw new PluginLoadException("Cannot read the jar " + jar + ": " + cause.getMessage(), cause);
            }
        }
        return files;
    }

    private static Resource resource(Path jar, JarFile entries, JarEntry entry) throws IOException {
        try (InputStream content = entries.getInputStream(entry)) {
            return new ByteArrayResource(content.readAllBytes(), jar.getFileName() + "!/" + entry.getName());
        }
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }
}
