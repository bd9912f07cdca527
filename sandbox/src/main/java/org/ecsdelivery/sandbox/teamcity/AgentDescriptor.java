package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;

/** The {@code teamcity-plugin.xml} inside the agent's zip. */
record AgentDescriptor(boolean separateClassLoader) {

    static AgentDescriptor read(Path file) {
        DescriptorXml xml = DescriptorXml.read(file, "teamcity-agent-plugin");
        if (!xml.has("plugin-deployment")) {
            throw new PluginLoadException(
                    file + " has no <plugin-deployment>: agents would not load the plugin's classes.");
        }
        AgentDescriptor descriptor = new AgentDescriptor(xml.flag("plugin-deployment", "use-separate-classloader"));
        xml.refuseProblems();
        return descriptor;
    }
}
