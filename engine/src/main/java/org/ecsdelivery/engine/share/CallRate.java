package org.ecsdelivery.engine.share;

/**
 * How fast AWS lets an account ask in one Region: the size of a token bucket and its refill (ECS developer guide, "Request
 * throttling for the Amazon ECS API"; ELB API reference, "Throttling"). A build is not alone in its account, so we take half of
 * what is saved up and four fifths of what comes in.
 */
enum CallRate {
    /** DescribeServices. */
    SERVICE_READ(100, 20),
    /** UpdateService. */
    SERVICE_CHANGE(50, 5),
    /** DescribeTasks, ListTasks and DescribeContainerInstances. */
    CLUSTER_RESOURCE_READ(100, 20),
    /** RegisterTaskDefinition and DeregisterTaskDefinition. */
    REVISION_CHANGE(20, 1),
    /** DescribeTaskDefinition and ListTaskDefinitions. */
    REVISION_READ(50, 20),
    /** ListServiceDeployments and DescribeServiceDeployments. */
    SERVICE_DEPLOYMENT(50, 20),
    /** GetTaskProtection. */
    TASK_PROTECTION(200, 80),
    /** DescribeServiceRevisions. */
    SERVICE_REVISION(50, 20),
    /** Every Describe of Elastic Load Balancing. */
    TARGET_GROUP_READ(40, 10),
    /** What is asked of target groups before a deployment begins: never so much of it that those under way must wait long. */
    TARGET_GROUP_SETTINGS(40, 5);

    private static final double OF_BURST = 0.5;
    private static final double OF_REFILL = 0.8;

    private final int burst;
    private final int perSecond;

    CallRate(int burst, int perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
    }

    double ourBurst() {
        return burst * OF_BURST;
    }

    double oursPerSecond() {
        return perSecond * OF_REFILL;
    }
}
