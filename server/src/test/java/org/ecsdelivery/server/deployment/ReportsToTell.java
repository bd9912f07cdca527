package org.ecsdelivery.server.deployment;

import org.ecsdelivery.common.news.DeploymentNews;

/** What deploy steps tell. */
final class ReportsToTell {
    static final String REVISION = "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:7";

    private ReportsToTell() {}

    static DeploymentNews underWay(String service, String onStop) {
        return new DeploymentNews(
                "RUNNER_1", service, """
                {"schemaVersion":1,"result":"UNDER_WAY","text":"The step goes on.","cluster":"prod","service":"%s","onStop":"%s",
                 "startedAt":"2026-01-02T03:04:05Z","seconds":12.5,"deployment":"ecs-svc/2","taskDefinitionBefore":"%s",
                 "taskDefinition":"%s","image":"host/shop@sha256:0123456789abcdef",
                 "statistics":{"secondsToLive":9.5},"plan":{"differences":[{"what":"CPU","before":"256","after":"512"}]},
                 "phases":[{"phase":"PREFLIGHT","at":"2026-01-02T03:04:05Z","seconds":1.5},{"phase":"ROLLOUT","at":"x","seconds":11}],
                 "rollout":[{"desired":4,"running":3,"pending":1,"failed":0}],
                 "timeline":[{"at":"2026-01-02T03:04:06Z","level":"WARNING","text":"Task 1 is slow."}]}""".formatted(service, onStop, REVISION.replace(":7", ":6"), REVISION));
    }

    static DeploymentNews paused(String service) {
        String report = underWay(service, "LEAVE").report();
        return new DeploymentNews(
                "RUNNER_1",
                service,
                report.substring(0, report.length() - 1)
                        + ",\"stages\":[{\"stage\":\"POST_TEST_TRAFFIC_SHIFT\",\"at\":\"2026-01-02T03:04:09Z\",\"seconds\":3,"
                        + "\"waits\":true}]}");
    }

    static DeploymentNews registered(String service, String onStop) {
        DeploymentNews told = underWay(service, onStop);
        return new DeploymentNews(told.step(), service, told.report().replace("\"deployment\":\"ecs-svc/2\",", ""));
    }

    static DeploymentNews begun(String service, String onStop) {
        DeploymentNews told = registered(service, onStop);
        return new DeploymentNews(
                told.step(), service, told.report().replace("\"taskDefinition\":\"" + REVISION + "\",", ""));
    }

    static DeploymentNews ended(String service, String result) {
        DeploymentNews told = underWay(service, "LEAVE");
        return new DeploymentNews(
                told.step(),
                service,
                told.report().replace("UNDER_WAY", result).replace("The step goes on.", "It ended."));
    }
}
