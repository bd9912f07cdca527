package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.List;

/**
 * A plugin zip unpacked the way TeamCity does: the server's part below {@code plugins}, the agent's below the agent.
 *
 * @param agentPlugin the agent plugin's name, which is the name of its zip
 */
record PluginFiles(
        ServerDescriptor descriptor,
        Path serverRoot,
        List<Path> serverJars,
        String agentPlugin,
        Path agentRoot,
        List<Path> agentJars) {

    static PluginFiles unpack(Path zip, Path serverPlugins, Path agentPlugins) {
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        UnpackedZip server = UnpackedZip.unpack(zip, serverPlugins.resolve(name));
        ServerDescriptor descriptor = ServerDescriptor.read(server.directory().resolve("teamcity-plugin.xml"));
        Path agentZip = onlyAgentZip(zip, server);
        String agentName = agentZip.getFileName().toString().replaceFirst("\\.zip$", "");
        UnpackedZip agent = UnpackedZip.unpack(agentZip, agentPlugins.resolve(agentName));
        AgentDescriptor.read(agent.directory().resolve("teamcity-plugin.xml"));
        return new PluginFiles(
                descriptor,
                server.directory(),
                jars(zip, server, "server"),
                agentName,
                agent.directory(),
                jars(agentZip, agent, "lib"));
    }

    private static Path onlyAgentZip(Path zip, UnpackedZip server) {
        List<Path> zips = server.files("agent", ".zip");
        if (zips.size() != 1) {
            throw new PluginLoadException(
                    "The folder agent of " + zip + " must hold exactly one zip, but holds " + zips.size() + ".");
        }
        return zips.get(0);
    }

    private static List<Path> jars(Path zip, UnpackedZip unpacked, String folder) {
        List<Path> jars = unpacked.files(folder, ".jar");
        if (jars.isEmpty()) {
            throw new PluginLoadException("The folder " + folder + " of " + zip + " holds no jar.");
        }
        return jars;
    }
}
