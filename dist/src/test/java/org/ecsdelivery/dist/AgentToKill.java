package org.ecsdelivery.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;

/** A server and its agent in a process of their own, with a build that has an env file and a step that lasts until they die. */
final class AgentToKill {
    /** The file by which the step tells that it runs. */
    static final String REACHED = "reached";

    private AgentToKill() {}

    /** Takes the plugin's zip, the directory of server and agent, and the checkout directory. */
    public static void main(String[] arguments) {
        Path checkout = Path.of(arguments[2]);
        try (LocalTeamCity teamCity =
                LocalTeamCity.load(Path.of(arguments[0]), Path.of(arguments[1]), AgentProperties.bare())) {
            teamCity.run(configuration(checkout), BuildInputs.of(1, "1", "0".repeat(40)), LogListener.none())
                    .result();
        }
    }

    private static BuildConfiguration configuration(Path checkout) {
        String script = "test -s .env && touch " + REACHED + "; while kill -0 $PPID; do sleep 0.1; done";
        BuildStep step =
                new BuildStep("Wait", "simpleRunner", Map.of("use.custom.script", "true", "script.content", script));
        return BuildConfiguration.of("Env files", Map.of("env-file.DB_HOST", "db.internal"), List.of(step), checkout)
                .withFeatures(List.of(ConfiguredFeature.from(EnvFile.at(".env").readBy(EnvFileDialect.BASH))));
    }
}
