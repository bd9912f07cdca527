package org.ecsdelivery.sandbox.aws.ecs;

/** The lifecycle stages of a deployment that shifts traffic, in their order (ECS API reference, ServiceDeployment, lifecycleStage). */
enum Stage {
    /** Only when more than one service revision is active at the beginning. */
    RECONCILE_SERVICE,
    PRE_SCALE_UP,
    SCALE_UP,
    POST_SCALE_UP,
    TEST_TRAFFIC_SHIFT,
    POST_TEST_TRAFFIC_SHIFT,
    /** Known of hooks only; what ECS shows while such a hook runs is not documented, and clients must live with either. */
    PRE_PRODUCTION_TRAFFIC_SHIFT,
    PRODUCTION_TRAFFIC_SHIFT,
    POST_PRODUCTION_TRAFFIC_SHIFT,
    BAKE_TIME,
    CLEAN_UP;

    Stage following() {
        return values()[ordinal() + 1];
    }
}
