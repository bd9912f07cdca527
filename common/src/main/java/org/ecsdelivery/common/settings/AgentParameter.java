package org.ecsdelivery.common.settings;

/** The configuration parameters an agent shows to the server once our agent half runs on it. */
public final class AgentParameter {
    /**
     * The version of the agent half. An agent whose Java is too old cannot load it and never shows the parameter, so steps
     * that require it leave such an agent alone instead of breaking on it.
     */
    public static final String VERSION = "ecs-delivery.agent.version";

    private AgentParameter() {}
}
