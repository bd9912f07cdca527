package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.FAILS;
import static org.ecsdelivery.engine.permission.Permission.Step.SETUP;
import static org.ecsdelivery.engine.permission.Permission.of;

import java.util.List;

/** The permissions of the step that sets up pipelines; what its template makes needs more, of the build or of the service role. */
final class SetupPermissions {
    private static final Scope STACK = Scope.of("arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK/*");
    private static final String UNSEEN = "drift is not known, and the step says so";
    private static final String STAYS = "the change set stays, and the step says so";

    static final List<Permission> ALL = List.of(
            of(SETUP, "cloudformation:DescribeStacks", STACK, "see whether the stack is there, and its outputs", FAILS),
            of(SETUP, "cloudformation:ValidateTemplate", Scope.ANYTHING, "learn the template's parameters", FAILS),
            of(SETUP, "cloudformation:CreateChangeSet", STACK, "have the changes worked out", FAILS),
            of(SETUP, "cloudformation:DescribeChangeSet", STACK, "show them", FAILS),
            of(SETUP, "cloudformation:ExecuteChangeSet", STACK, "carry them out", FAILS),
            of(SETUP, "cloudformation:DescribeStackEvents", STACK, "follow them", FAILS),
            of(SETUP, "cloudformation:DeleteChangeSet", STACK, "take away a change set that is not carried out", STAYS),
            of(
                    SETUP,
                    "cloudformation:DeleteStack",
                    STACK,
                    "take away a stack that is nothing but a change set; never another one",
                    "the empty stack stays, and the step says so"),
            of(
                    SETUP,
                    "cloudformation:CancelUpdateStack",
                    STACK,
                    "take an update back when the build is stopped, where it is told to",
                    "the update goes on"),
            of(
                    SETUP,
                    "iam:PassRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE")
                            .when("{\"StringEquals\":{\"iam:PassedToService\":\"cloudformation.amazonaws.com\"}}"),
                    "hand the service role on, where there is one",
                    "the step fails when there is one"),
            of(SETUP, "cloudformation:DetectStackDrift", STACK, "look for drift, where it is told to", UNSEEN),
            of(SETUP, "cloudformation:DescribeStackDriftDetectionStatus", Scope.ANYTHING, "as above", UNSEEN),
            of(SETUP, "cloudformation:DescribeStackResourceDrifts", STACK, "as above", UNSEEN));

    private SetupPermissions() {}
}
