package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoadTest {
    @TempDir
    Path directory;

    @Test
    void refusesAZipWithoutDescriptor() throws IOException {
        refuses(without("teamcity-plugin.xml"), "There is no teamcity-plugin.xml at the root");
    }

    @Test
    void reportsEverythingThatIsWrongWithADescriptorTogether() throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put(
                "teamcity-plugin.xml",
                TinyPlugin.bytes(TinyPlugin.SERVER_DESCRIPTOR
                        .replace("<version>1.2</version>", "")
                        .replace("156166", "2024.03")
                        .replace("allow-runtime-reload=\"true\"", "allow-runtime-reload=\"yes\"")));
        refuses(
                parts,
                "<info/version> is missing or empty; attribute min-build of <requirements> is '2024.03', but must be a"
                        + " number; attribute allow-runtime-reload of <deployment> is 'yes', but must be true or false");
    }

    @Test
    void refusesAPluginForALaterTeamCity() throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put("teamcity-plugin.xml", TinyPlugin.bytes(TinyPlugin.SERVER_DESCRIPTOR.replace("156166", "999999")));
        refuses(parts, "needs TeamCity build 999999 or later");
    }

    @Test
    void refusesTwoAgentZips() throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put("agent/second.zip", TinyPlugin.zip(Map.of()));
        refuses(parts, "must hold exactly one zip, but holds 2");
    }

    @Test
    void refusesAServerDescriptorInTheAgentZip() throws IOException {
        Map<String, byte[]> agent = TinyPlugin.agentParts();
        agent.put("teamcity-plugin.xml", TinyPlugin.bytes(TinyPlugin.SERVER_DESCRIPTOR));
        refuses(withAgent(agent), "is <teamcity-plugin>, but must be <teamcity-agent-plugin>");
    }

    @Test
    void refusesAnAgentDescriptorUnderItsSourceName() throws IOException {
        Map<String, byte[]> agent = TinyPlugin.agentParts();
        agent.put("teamcity-agent-plugin.xml", agent.remove("teamcity-plugin.xml"));
        refuses(withAgent(agent), "There is no teamcity-plugin.xml at the root");
    }

    @Test
    void refusesAgentJarsOutsideLib() throws IOException {
        Map<String, byte[]> agent = TinyPlugin.agentParts();
        agent.put("tiny-agent.jar", agent.remove("lib/tiny-agent.jar"));
        refuses(withAgent(agent), "The folder lib of");
    }

    @Test
    void refusesAHalfWithoutSpringFile() throws IOException {
        Map<String, byte[]> agent = TinyPlugin.agentParts();
        agent.put("lib/tiny-agent.jar", TinyPlugin.zip(Map.of("nothing.txt", new byte[0])));
        refuses(withAgent(agent), "has a META-INF/build-agent-plugin-*.xml");
    }

    @Test
    void namesTheBeanThatTeamCityDoesNotHave() throws IOException {
        Map<String, byte[]> server = new java.util.LinkedHashMap<>(TinyPlugin.compile(Map.of(
                "Needy",
                "package tiny; public class Needy { public Needy(java.util.concurrent.Executor absent) {} }")));
        server.put("META-INF/build-server-plugin-needy.xml", TinyPlugin.context("<bean class=\"tiny.Needy\"/>"));
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put("server/tiny-server.jar", TinyPlugin.zip(server));
        refuses(parts, "java.util.concurrent.Executor");
    }

    @Test
    void refusesAnEntryThatLeavesTheDirectory() throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put("../../evil.txt", new byte[0]);
        refuses(parts, "../../evil.txt would be written outside the directory");
    }

    @Test
    void prefersThePluginsOwnClassesToTeamCitysAsARealChildFirstLoaderDoes() throws Exception {
        Path jar = Files.write(
                directory.resolve("shadow.jar"),
                TinyPlugin.zip(TinyPlugin.compile(
                        Map.of("Constants", "package jetbrains.buildServer.agent; public interface Constants {}"))));
        try (PluginClassLoader loader = new PluginClassLoader(List.of(jar), ProvidedClasses.onAgents())) {
            assertThat(loader.loadClass("jetbrains.buildServer.agent.Constants").getClassLoader())
                    .isSameAs(loader);
            assertThat(loader.loadClass("jetbrains.buildServer.agent.BuildProcess")
                            .getClassLoader())
                    .isSameAs(getClass().getClassLoader());
        }
    }

    @Test
    void saysThatAMissingLibraryMustBePackaged() throws Exception {
        try (PluginClassLoader loader = new PluginClassLoader(List.of(), ProvidedClasses.onAgents())) {
            assertThatThrownBy(() -> loader.loadClass("com.fasterxml.jackson.core.JsonFactory"))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessageContaining("package it with the plugin");
        }
    }

    @Test
    void offersTheServletApiToTheServerHalfOnly() throws Exception {
        String servlet = "javax.servlet.http.HttpServletRequest";
        assertThat(ProvidedClasses.onServers().loadClass(servlet)).isNotNull();
        assertThatThrownBy(() -> ProvidedClasses.onAgents().loadClass(servlet))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private void refuses(Map<String, byte[]> parts, String reason) throws IOException {
        Path zip = TinyPlugin.write(parts, directory);
        assertThatThrownBy(
                        () -> LocalTeamCity.load(zip, directory.resolve("data")).close())
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining(reason);
    }

    private static Map<String, byte[]> without(String part) throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.remove(part);
        return parts;
    }

    private static Map<String, byte[]> withAgent(Map<String, byte[]> agent) throws IOException {
        Map<String, byte[]> parts = TinyPlugin.parts();
        parts.put("agent/tiny-agent.zip", TinyPlugin.zip(agent));
        return parts;
    }
}
