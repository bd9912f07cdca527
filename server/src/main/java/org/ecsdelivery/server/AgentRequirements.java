package org.ecsdelivery.server;

import java.util.List;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import org.ecsdelivery.common.settings.AgentParameter;

/** What an agent must show before a build with one of our steps may go to it. */
final class AgentRequirements {
    /** Java of the agent itself, its {@code java.specification.version} (TeamCity documentation, "Predefined Build Parameters"). */
    private static final Requirement JAVA =
            new Requirement("teamcity.agent.jvm.specification", "17", RequirementType.VER_NO_LESS_THAN);

    private static final Requirement AGENT_HALF = new Requirement(AgentParameter.VERSION, null, RequirementType.EXISTS);

    /** The Docker Engine that the agent reached, as TeamCity's own Docker steps ask for it. */
    private static final Requirement DOCKER = new Requirement("docker.server.version", null, RequirementType.EXISTS);

    private AgentRequirements() {}

    static List<Requirement> ofOurAgentHalf() {
        return List.of(JAVA, AGENT_HALF);
    }

    static List<Requirement> ofDockerStep() {
        return List.of(JAVA, AGENT_HALF, DOCKER);
    }
}
