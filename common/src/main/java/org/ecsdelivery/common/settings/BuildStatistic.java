package org.ecsdelivery.common.settings;

/** The figures that the steps report to TeamCity, which draws charts of them. */
public enum BuildStatistic {
    /** How long the image step built. */
    IMAGE_BUILD("ecs-delivery.image.buildMs", "milliseconds", "how long Docker built the image"),
    /** How large the image is. */
    IMAGE_SIZE("ecs-delivery.image.bytes", "bytes", "the size of the image as Docker tells it"),
    /** How long the image step pushed. */
    IMAGE_PUSH("ecs-delivery.image.pushMs", "milliseconds", "how long the pushes of all tags took together"),
    /** How much went to Docker to build it. */
    IMAGE_CONTEXT(
            "ecs-delivery.image.contextBytes",
            "bytes",
            "how much of the build context went to Docker; BuildKit rounds it, and sends only what it does not have"),
    /** How many steps of the Dockerfile were not run. */
    IMAGE_STEPS_CACHED(
            "ecs-delivery.image.stepsCached", "steps", "how many steps of the Dockerfile came from the cache"),
    /** How much was sent to the registry. */
    IMAGE_PUSHED("ecs-delivery.image.pushedBytes", "bytes", "how much the pushes of all tags sent, before compression"),
    /** How many layers were sent. */
    IMAGE_LAYERS_PUSHED("ecs-delivery.image.layersPushed", "layers", "how many layers the pushes sent"),
    /** How many layers were there already. */
    IMAGE_LAYERS_REUSED(
            "ecs-delivery.image.layersReused", "layers", "how many layers the registry had before the first push"),
    /** How many critical findings a scan has. */
    SCAN_CRITICAL("ecs-delivery.image.findingsCritical", "findings", "how many CRITICAL findings ECR's scan has"),
    /** How many high findings a scan has. */
    SCAN_HIGH("ecs-delivery.image.findingsHigh", "findings", "how many HIGH findings it has"),
    /** How many medium findings a scan has. */
    SCAN_MEDIUM("ecs-delivery.image.findingsMedium", "findings", "how many MEDIUM findings it has"),
    /** How many low findings a scan has. */
    SCAN_LOW("ecs-delivery.image.findingsLow", "findings", "how many LOW findings it has"),
    /** How many findings count. */
    SCAN_COUNTING(
            "ecs-delivery.image.findingsCounting",
            "findings",
            "how many findings count by the settings of the step, of whatever severity"),
    /** How long the scan was waited for. */
    SCAN("ecs-delivery.image.scanMs", "milliseconds", "how long the step waited for the scan"),
    /** When a deployment was live. */
    DEPLOY_LIVE(
            "ecs-delivery.deploy.secondsToLive",
            "seconds",
            "from the beginning of the deployment until the new tasks served"),
    /** When a deployment was completed. */
    DEPLOY_DEPLOYED(
            "ecs-delivery.deploy.secondsToDeployed",
            "seconds",
            "from the beginning of the deployment until ECS had completed it"),
    /** When the old tasks were drained. */
    DEPLOY_DRAINED(
            "ecs-delivery.deploy.secondsToDrained",
            "seconds",
            "from the beginning of the deployment until no old target was left in a target group"),
    /** When the old tasks were stopped. */
    DEPLOY_STOPPED(
            "ecs-delivery.deploy.secondsToStopped",
            "seconds",
            "from the beginning of the deployment until every old task was stopped"),
    /** How many requests the deploy step sent. */
    DEPLOY_AWS_CALLS(
            "ecs-delivery.deploy.awsCalls",
            "requests",
            "how many requests the step sent to AWS, repeated ones included"),
    /** How long a task ran. */
    TASK_SECONDS("ecs-delivery.task.seconds", "seconds", "how long the task ran; only where the step runs one task"),
    /** Whether coverage is of part of the tests only. */
    COVERAGE_PARTIAL(
            "ecs-delivery.coverage.partial",
            "flag",
            "1 where only part of the tests ran: the coverage of such a build is no baseline"),
    /** How many of the changed lines are covered. */
    COVERAGE_CHANGED_COVERED(
            "ecs-delivery.coverage.changedLinesCovered", "lines", "how many of the changed lines are covered"),
    /** How many changed lines there are. */
    COVERAGE_CHANGED_TOTAL(
            "ecs-delivery.coverage.changedLinesTotal", "lines", "how many of the changed lines hold code");

    private final String key;
    private final String unit;
    private final String meaning;

    BuildStatistic(String key, String unit, String meaning) {
        this.key = key;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Returns the figure of a level. */
    public static BuildStatistic of(FinishLevel level) {
        return switch (level) {
            case LIVE -> DEPLOY_LIVE;
            case DEPLOYED -> DEPLOY_DEPLOYED;
            case DRAINED -> DEPLOY_DRAINED;
            case STOPPED -> DEPLOY_STOPPED;
        };
    }

    /** Returns the key by which TeamCity knows it. */
    public String key() {
        return key;
    }

    /** Returns the last part of the key. */
    public String shortKey() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Returns what it counts. */
    public String unit() {
        return unit;
    }

    /** Returns what it says, a phrase. */
    public String meaning() {
        return meaning;
    }
}
