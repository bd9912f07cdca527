package org.ecsdelivery.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessDeniedTest {
    private static final String SERVICE = "arn:aws:ecs:eu-central-1:123456789012:service/prod/web";

    @Test
    void saysWhichStatementToAdd() {
        assertThat(remedy("ecs:UpdateService", SERVICE, "not authorized"))
                .isEqualTo("Allow ecs:UpdateService on " + SERVICE + " to the identity the build uses:"
                        + " {\"Effect\":\"Allow\",\"Action\":\"ecs:UpdateService\",\"Resource\":\"" + SERVICE + "\"}");
    }

    @Test
    void narrowsTheStatementAsTheTableDoesWhereAwsNamesNoResource() {
        assertThat(remedy("ecs:UpdateService", "service web in cluster prod", "not authorized"))
                .endsWith("\"Resource\":\"arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/SERVICE\"}");
    }

    @Test
    void tellsTheTagsOfATaskFromThoseOfARevision() {
        assertThat(remedy("ecs:TagResource", "arn:aws:ecs:eu-central-1:123456789012:task/prod/*", "not authorized"))
                .contains("\"ecs:CreateAction\":\"RunTask\"");
        assertThat(remedy("ecs:TagResource", "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:*", "no"))
                .contains("\"ecs:CreateAction\":\"RegisterTaskDefinition\"");
    }

    @Test
    void handsARoleOnToTasksOnly() {
        assertThat(remedy("iam:PassRole", "arn:aws:iam::123456789012:role/web-task", "not authorized"))
                .endsWith("\"Resource\":\"arn:aws:iam::123456789012:role/web-task\",\"Condition\":"
                        + "{\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}}");
    }

    @Test
    void writesAStatementForAnActionThatIsNotInTheTable() {
        assertThat(remedy("xray:PutTraceSegments", "the segments", "not authorized"))
                .endsWith("{\"Effect\":\"Allow\",\"Action\":\"xray:PutTraceSegments\",\"Resource\":\"*\"}");
    }

    @Test
    void knowsThatNothingOverridesAnExplicitDeny() {
        assertThat(remedy("ecs:UpdateService", SERVICE, "with an explicit deny in a service control policy"))
                .isEqualTo("Have the explicit deny lifted for ecs:UpdateService on " + SERVICE
                        + ": no Allow overrides it.");
    }

    private static String remedy(String action, String resource, String reported) {
        return new AccessDenied(action, resource, reported, null).remedy().orElseThrow();
    }
}
