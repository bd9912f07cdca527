package org.ecsdelivery.common.settings;

/** The build feature that makes env files; the server half, the agent half and the DSL must use the same id. */
public final class EnvFileFeature {
    /** The id under which TeamCity knows the feature. */
    public static final String TYPE = "ecs-delivery-env-file";

    private EnvFileFeature() {}
}
