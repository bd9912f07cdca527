package org.ecsdelivery.common.settings;

import java.util.List;
import org.ecsdelivery.common.value.ServiceName;

/** The build parameters that our steps set for the steps after them; the server half announces them so that agents stay compatible. */
public final class BuildParameter {
    /** The digest of the pushed image. */
    public static final String IMAGE_DIGEST = "ecs-delivery.image.digest";
    /** Registry host and repository of the pushed image. */
    public static final String IMAGE_REPOSITORY = "ecs-delivery.image.repository";
    /** The first tag of the pushed image. */
    public static final String IMAGE_TAG = "ecs-delivery.image.tag";
    /** The pushed image pinned by digest: {@code host/repository@sha256:...}. */
    public static final String IMAGE_URI = "ecs-delivery.image.uri";
    /** The image pinned by digest in each repository it was pushed to, separated by commas; the first one is {@link #IMAGE_URI}. */
    public static final String IMAGE_URIS = "ecs-delivery.image.uris";
    /** The ARN of the task definition revision that was deployed. */
    public static final String DEPLOY_TASK_DEFINITION = "ecs-delivery.deploy.taskDefinition";
    /** The id of the deployment, {@code ecs-svc/...}. */
    public static final String DEPLOY_DEPLOYMENT = "ecs-delivery.deploy.deployment";
    /** How the deployment ended, in one word. */
    public static final String DEPLOY_RESULT = "ecs-delivery.deploy.result";
    /** The ARN of the task that was run. */
    public static final String TASK_ARN = "ecs-delivery.task.arn";
    /** The exit code of the task's container. */
    public static final String TASK_EXIT_CODE = "ecs-delivery.task.exitCode";
    /** How many of the tasks did not end well. */
    public static final String TASK_FAILED = "ecs-delivery.task.failed";

    /** The ARN of the change set that a setup step has shown. */
    public static final String SETUP_CHANGE_SET = "ecs-delivery.setup.changeSet";
    /** What became of the stack, in one word. */
    public static final String SETUP_RESULT = "ecs-delivery.setup.result";

    /** All of them. */
    public static final List<String> ALL = List.of(
            IMAGE_DIGEST,
            IMAGE_REPOSITORY,
            IMAGE_TAG,
            IMAGE_URI,
            IMAGE_URIS,
            DEPLOY_TASK_DEFINITION,
            DEPLOY_DEPLOYMENT,
            DEPLOY_RESULT,
            TASK_ARN,
            TASK_EXIT_CODE,
            TASK_FAILED,
            SETUP_CHANGE_SET,
            SETUP_RESULT);

    private static final String DEPLOY = "ecs-delivery.deploy.";

    private BuildParameter() {}

    /** Returns the name that an output of a stack has: {@code ecs-delivery.setup.output.Cluster}. */
    public static String ofOutput(String output) {
        return "ecs-delivery.setup.output." + output;
    }

    /** Returns the name that a parameter of a deployment has for one of several services: {@code ecs-delivery.deploy.web.result}. */
    public static String ofService(String deployParameter, ServiceName service) {
        if (!deployParameter.startsWith(DEPLOY)) {
            throw new IllegalArgumentException(deployParameter + " is no parameter of a deployment");
        }
        return DEPLOY + service + "." + deployParameter.substring(DEPLOY.length());
    }
}
