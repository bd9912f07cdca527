package org.ecsdelivery.common.settings;

/** What a task runs on. */
public enum LaunchOn {
    /** AWS Fargate. */
    FARGATE,
    /** The container instances of the cluster. */
    EC2,
    /** What a service runs on, in that service's network. */
    SERVICE,
    /** Capacity providers that the step names. */
    PROVIDERS,
    /** The default capacity provider strategy of the cluster. */
    DEFAULT
}
