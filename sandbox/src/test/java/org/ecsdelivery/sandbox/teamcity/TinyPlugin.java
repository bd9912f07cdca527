package org.ecsdelivery.sandbox.teamcity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles and packs a plugin small enough to be read in a minute; parts can be left out or replaced. */
final class TinyPlugin {
    static final String SERVER_DESCRIPTOR = """
            <teamcity-plugin>
              <info>
                <name>tiny</name><display-name>Tiny</display-name><version>1.2</version>
                <vendor><name>Tiny makers</name></vendor>
              </info>
              <requirements min-build="156166"/>
              <deployment use-separate-classloader="true" allow-runtime-reload="true"/>
              <parameters><parameter name="colour">green</parameter></parameters>
            </teamcity-plugin>
            """;
    static final String AGENT_DESCRIPTOR = """
            <teamcity-agent-plugin><plugin-deployment use-separate-classloader="true"/></teamcity-agent-plugin>
            """;

    private static final Map<String, byte[]> JARS = new ConcurrentHashMap<>();

    private TinyPlugin() {}

    /** Returns the parts of the zip by path: what a test leaves out or replaces is what it is about. */
    static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("teamcity-plugin.xml", bytes(SERVER_DESCRIPTOR));
        parts.put(
                "server/tiny-server.jar",
                jar(
                        "server",
                        "META-INF/build-server-plugin-tiny.xml",
                        "TinyRunType",
                        "TinyParameters",
                        "TinyFeature",
                        "TinyMemory",
                        "TinyTab",
                        "TinyController"));
        parts.put("agent/tiny-agent.zip", zip(agentParts()));
        return parts;
    }

    static Map<String, byte[]> agentParts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("teamcity-plugin.xml", bytes(AGENT_DESCRIPTOR));
        parts.put(
                "lib/tiny-agent.jar",
                jar("agent", "META-INF/build-agent-plugin-tiny.xml", "TinyRunner", "TinyListener"));
        return parts;
    }

    static Path write(Map<String, byte[]> parts, Path directory) throws IOException {
        return Files.write(directory.resolve("tiny.zip"), zip(parts));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compiles sources by name and returns the class files by path. */
    static Map<String, byte[]> compile(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path output = Files.createTempDirectory("tiny-classes");
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        List<String> options =
                List.of("--release", "17", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, null, null, options, null, files).call()) {
            throw new IllegalStateException("The tiny plugin does not compile.");
        }
        return classes(output);
    }

    static byte[] context(String beans) throws IOException {
        return bytes(text("tiny/context.xml").formatted(beans));
    }

    /** Compiles each half once for all tests. */
    private static byte[] jar(String half, String contextFile, String... types) throws IOException {
        byte[] known = JARS.get(half);
        if (known == null) {
            known = compiledJar(half, contextFile, types);
            JARS.put(half, known);
        }
        return known;
    }

    private static byte[] compiledJar(String half, String contextFile, String... types) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        StringBuilder beans = new StringBuilder();
        for (String type : types) {
            sources.put(type, source(half, type));
            beans.append("<bean class=\"tiny.")
                    .append(half)
                    .append('.')
                    .append(type)
                    .append("\"/>\n");
        }
        Map<String, byte[]> entries = new LinkedHashMap<>(compile(sources));
        entries.put(contextFile, context(beans.toString()));
        entries.put("buildServerResources/edit.jsp", bytes(text("tiny/edit.jsp")));
        entries.put("buildServerResources/tab.jsp", bytes("<p id=\"tiny\">${seen}</p>"));
        return zip(entries);
    }

    private static String source(String half, String type) throws IOException {
        return text("tiny/" + half + "/" + type + ".java");
    }

    private static String text(String resource) throws IOException {
        try (InputStream content = TinyPlugin.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, byte[]> classes(Path output) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(output)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(file)) {
                    classes.put(output.relativize(file).toString(), Files.readAllBytes(file));
                }
                Files.delete(file);
            }
        }
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
