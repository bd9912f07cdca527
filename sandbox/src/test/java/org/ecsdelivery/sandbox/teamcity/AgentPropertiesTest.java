package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent of the sandbox takes over from the process it runs in. */
class AgentPropertiesTest {

    @Test
    void buildsAreLedToTheDockerEngineOfTheProcessAndToNothingElseOfIt() {
        Map<String, String> process = Map.of(
                "DOCKER_HOST", "tcp://10.0.0.7:2376", "DOCKER_TLS_VERIFY", "1", "AWS_SECRET_ACCESS_KEY", "of somebody");

        assertThat(AgentProperties.bare().withDocker("28.5", process).environment())
                .containsOnly(Map.entry("DOCKER_HOST", "tcp://10.0.0.7:2376"), Map.entry("DOCKER_TLS_VERIFY", "1"));
    }
}
