package org.ecsdelivery.common.settings;

/** What ECS does when an alarm of a service goes off during a deployment. */
public enum OnAlarm {
    /** Nothing: it watches no alarm. */
    OFF,
    /** It makes the deployment fail. */
    FAIL,
    /** It takes the deployment back, too. */
    ROLL_BACK
}
