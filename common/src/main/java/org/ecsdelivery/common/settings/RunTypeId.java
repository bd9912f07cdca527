package org.ecsdelivery.common.settings;

/** The ids under which TeamCity knows our steps; the server half and the agent half must use the same ones. */
public final class RunTypeId {
    /** Builds a container image and pushes it to ECR. */
    public static final String IMAGE = "ecs-delivery-image";
    /** Deploys an image to an ECS service and follows it until the old tasks are drained. */
    public static final String DEPLOY = "ecs-delivery-deploy";
    /** Runs one ECS task to its end. */
    public static final String TASK = "ecs-delivery-task";
    /** Publishes coverage. */
    public static final String COVERAGE = "ecs-delivery-coverage";

    /** Checks what a service is deployed to. */
    public static final String DOCTOR = "ecs-delivery-doctor";

    /** Sets up what services are deployed to. */
    public static final String SETUP = "ecs-delivery-setup";

    private RunTypeId() {}
}
