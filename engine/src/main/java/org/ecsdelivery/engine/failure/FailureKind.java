package org.ecsdelivery.engine.failure;

/**
 * The kinds of failure that a build problem tells apart. The identity is stable across builds, so that TeamCity can mute or
 * assign it (TeamCity documentation, "Reporting build problems": at most 60 characters, a Java identifier).
 */
public enum FailureKind {
    /** The step's parameters are not in order. */
    INVALID_PARAMETERS("ecsDeliveryInvalidParameters"),
    /** A path leads nowhere, or out of the checkout. */
    INVALID_PATH("ecsDeliveryInvalidPath"),
    /** No Docker Engine answers. */
    DOCKER_UNREACHABLE("ecsDeliveryDockerUnreachable"),
    /** The Dockerfile could not be built. */
    BUILD_FAILED("ecsDeliveryImageBuildFailed"),
    /** The Dockerfile or the settings need BuildKit, and the agent has none. */
    BUILDKIT_MISSING("ecsDeliveryBuildKitMissing"),
    /** The image name leads to another registry than the credentials do. */
    OTHER_REGISTRY("ecsDeliveryOtherRegistry"),
    /** The repository does not exist and may not be created. */
    REPOSITORY_MISSING("ecsDeliveryRepositoryMissing"),
    /** The registry refused the push. */
    PUSH_REFUSED("ecsDeliveryPushRefused"),
    /** A scan of the image found what must not be in it. */
    SCAN_FINDINGS("ecsDeliveryScanFindings"),
    /** There is no result of a scan of the image. */
    SCAN_UNAVAILABLE("ecsDeliveryScanUnavailable"),
    /** The image is not in the registry. */
    IMAGE_NOT_FOUND("ecsDeliveryImageNotFound"),
    /** A task runs another image than the one that was deployed. */
    OTHER_IMAGE_RUNS("ecsDeliveryOtherImageRuns"),
    /** No Region is known. */
    REGION_UNKNOWN("ecsDeliveryRegionUnknown"),
    /** No credentials were found, or they ran out. */
    CREDENTIALS("ecsDeliveryCredentials"),
    /** A permission is missing. */
    ACCESS_DENIED("ecsDeliveryAccessDenied"),
    /** The cluster does not exist. */
    CLUSTER_NOT_FOUND("ecsDeliveryClusterNotFound"),
    /** The service does not exist. */
    SERVICE_NOT_FOUND("ecsDeliveryServiceNotFound"),
    /** The service cannot be deployed to this way. */
    SERVICE_UNSUITABLE("ecsDeliveryServiceUnsuitable"),
    /** The container is not in the task definition. */
    CONTAINER_NOT_FOUND("ecsDeliveryContainerNotFound"),
    /** A log group that the containers write to is missing. */
    LOG_GROUP_MISSING("ecsDeliveryLogGroupMissing"),
    /** AWS refused a call for another reason. */
    AWS_REFUSED("ecsDeliveryAwsRefused"),
    /** AWS did not answer, or asked to wait, for too long. */
    AWS_UNREACHABLE("ecsDeliveryAwsUnreachable"),
    /** The deployment failed and was not rolled back. */
    DEPLOYMENT_FAILED("ecsDeliveryDeploymentFailed"),
    /** ECS rolled the deployment back. */
    ROLLED_BACK("ecsDeliveryRolledBack"),
    /** Another deployment took the place of ours. */
    SUPERSEDED("ecsDeliverySuperseded"),
    /** The time limit passed. */
    TIMED_OUT("ecsDeliveryTimedOut"),
    /** There is no such task definition. */
    TASK_DEFINITION_NOT_FOUND("ecsDeliveryTaskDefinitionNotFound"),
    /** ECS did not start the task. */
    TASK_NOT_STARTED("ecsDeliveryTaskNotStarted"),
    /** The task did not end well. */
    TASK_FAILED("ecsDeliveryTaskFailed"),
    /** What was to run before the service is changed did not end well. */
    MIGRATION_FAILED("ecsDeliveryMigrationFailed"),
    /** ECS no longer knows the task. */
    TASK_LOST("ecsDeliveryTaskLost"),
    /** Nothing tells which lines were changed. */
    CHANGES_UNKNOWN("ecsDeliveryChangesUnknown"),
    /** There is no coverage report. */
    COVERAGE_MISSING("ecsDeliveryCoverageMissing"),
    /** A coverage report cannot be read. */
    COVERAGE_UNREADABLE("ecsDeliveryCoverageUnreadable"),
    /** An env file's consumer could not read some values back exactly. */
    ENV_FILE_INEXPRESSIBLE("ecsDeliveryEnvFileInexpressible"),
    /** Variables that an env file must have are missing. */
    ENV_FILE_INCOMPLETE("ecsDeliveryEnvFileIncomplete"),
    /** The template of an env file cannot be read. */
    ENV_TEMPLATE_UNREADABLE("ecsDeliveryEnvTemplateUnreadable"),
    /** An env file would leak from where it is to be written. */
    ENV_FILE_EXPOSED("ecsDeliveryEnvFileExposed"),
    /** An env file cannot be written. */
    ENV_FILE_UNWRITABLE("ecsDeliveryEnvFileUnwritable"),
    /** An env file could not be deleted when its build ended. */
    ENV_FILE_LEFT("ecsDeliveryEnvFileLeft"),
    /** What a service is deployed to is not in order. */
    PIPELINE_UNSOUND("ecsDeliveryPipelineUnsound"),
    /** CloudFormation could not make a stack what its template says. */
    STACK_FAILED("ecsDeliveryStackFailed"),
    /** A stack cannot be set up this way, or CloudFormation refuses its template. */
    STACK_UNSUITABLE("ecsDeliveryStackUnsuitable"),
    /** Changes of a stack wait for somebody's decision. */
    STACK_UNDECIDED("ecsDeliveryStackUndecided"),
    /** A personal build must not do this. */
    PERSONAL_BUILD("ecsDeliveryPersonalBuild"),
    /** A policy of the project refuses it. */
    POLICY("ecsDeliveryPolicy"),
    /** A defect of ours. */
    INTERNAL("ecsDeliveryInternalError");

    private final String identity;

    FailureKind(String identity) {
        this.identity = identity;
    }

    /** Returns the stable identity of the build problem. */
    public String identity() {
        return identity;
    }
}
