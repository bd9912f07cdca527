package org.ecsdelivery.common.settings;

/** The configuration parameters an agent shows to the server once our agent half runs on it. */
public final class AgentParameter {
    /**
     * The version of the agent half. An agent whose Java is too old cannot load it and never shows the parameter, so steps
     * that require it leave such an agent alone instead of breaking on it.
     */
    public static final String VERSION = "ecs-delivery.agent.version";

    /** The version of FFmpeg on the agent's machine; not shown where there is none, as for the tools below. */
    public static final String FFMPEG = "ecs-delivery.ffmpeg.version";

    /** The version of Node.js. */
    public static final String NODE = "ecs-delivery.node.version";

    /** The version of the AWS command line. */
    public static final String AWS = "ecs-delivery.aws.version";

    /** The version of Docker's BuildKit client. */
    public static final String BUILDX = "ecs-delivery.buildx.version";

    /** The version of our agent image, when the agent runs in it. */
    public static final String AGENT_IMAGE = "ecs-delivery.agentImage.version";

    private AgentParameter() {}
}
