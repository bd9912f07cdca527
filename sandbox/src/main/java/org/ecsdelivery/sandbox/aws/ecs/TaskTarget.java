package org.ecsdelivery.sandbox.aws.ecs;

import org.ecsdelivery.sandbox.aws.elb.TargetId;
import org.ecsdelivery.sandbox.aws.elb.TargetState;

/** A task's place in one target group. */
final class TaskTarget {
    final String groupArn;
    final TargetId id;
    TargetState state = TargetState.INITIAL;

    TaskTarget(String groupArn, TargetId id) {
        this.groupArn = groupArn;
        this.id = id;
    }
}
