package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders of an agent's home. */
record AgentDirectories(Path home) {

    /** Creates the folders. */
    static AgentDirectories create(Path home) {
        try {
            for (String folder :
                    List.of("work", "temp/buildTmp", "temp/agentTmp", "tools", "plugins", "logs", "system")) {
                Files.createDirectories(home.resolve(folder));
            }
            return new AgentDirectories(home);
        } catch (IOException cause) {
            throw new PluginLoadException(
                    "Cannot create the agent's folders in " + home + ": " + cause.getMessage(), cause);
        }
    }

    Path work() {
        return home.resolve("work");
    }

    Path temp() {
        return home.resolve("temp");
    }

    Path buildTemp() {
        return temp().resolve("buildTmp");
    }

    Path agentTemp() {
        return temp().resolve("agentTmp");
    }

    Path plugins() {
        return home.resolve("plugins");
    }
}
