package org.ecsdelivery.sandbox.teamcity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an agent tells about itself.
 *
 * @param configuration its configuration parameters, such as {@code docker.server.version}
 * @param environment the environment of its process, which builds inherit
 */
public record AgentProperties(String name, Map<String, String> configuration, Map<String, String> environment) {
    private static final List<String> DOCKER = List.of("DOCKER_HOST", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH");

    /** Keeps copies of the maps. */
    public AgentProperties {
        configuration = Map.copyOf(configuration);
        environment = Map.copyOf(environment);
    }

    /** Makes an agent that tells nothing but its name. */
    public static AgentProperties bare() {
        return new AgentProperties("sandbox-agent", Map.of(), Map.of());
    }

    /** Returns this agent with one more configuration parameter. */
    public AgentProperties with(String key, String value) {
        Map<String, String> more = new HashMap<>(configuration);
        more.put(key, value);
        return new AgentProperties(name, more, environment);
    }

    /**
     * Returns this agent with a Docker Engine of a version.
     *
     * @param process environment variables, of which those that lead to an engine lead the agent's builds there
     */
    public AgentProperties withDocker(String version, Map<String, String> process) {
        return with("docker.server.version", version)
                .withEnvironment(DOCKER.stream()
                        .filter(process::containsKey)
                        .collect(Collectors.toMap(each -> each, process::get)));
    }

    /** Returns this agent with more environment variables. */
    public AgentProperties withEnvironment(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new AgentProperties(name, configuration, more);
    }
}
