package org.ecsdelivery.server.access;

import java.util.List;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;

/** Names of what there is in AWS, to choose from while a step is set up. */
final class NameOffers {
    /** More than a list on a page can hold; whoever has more types the name. */
    static final int MOST = 500;

    private final AwsSession session;

    NameOffers(AwsSession session) {
        this.session = session;
    }

    List<String> clusters() {
        return sorted(session.json(JsonApi.ECS)
                .pages(
                        new AwsOperation("ecs:ListClusters", "the clusters"),
                        RawObject.EMPTY.with("maxResults", "100"),
                        "nextToken",
                        MOST,
                        page -> lastParts(page, "clusterArns")));
    }

    List<String> services(String cluster) {
        return sorted(session.json(JsonApi.ECS)
                .pages(
                        new AwsOperation("ecs:ListServices", "the services of cluster " + cluster),
                        RawObject.EMPTY.with("cluster", RawText.of(cluster)).with("maxResults", "100"),
                        "nextToken",
                        MOST,
                        page -> lastParts(page, "serviceArns")));
    }

    List<String> repositories() {
        return sorted(session.json(JsonApi.ECR)
                .pages(
                        new AwsOperation("ecr:DescribeRepositories", "the repositories"),
                        RawObject.EMPTY.with("maxResults", "1000"),
                        "nextToken",
                        MOST,
                        page -> page.objects("repositories").stream()
                                .map(each -> each.text("repositoryName"))
                                .toList()));
    }

    /** Returns the containers of what a service runs. */
    List<String> containers(String cluster, String service) {
        RawObject services = session.json(JsonApi.ECS)
                .ask(
                        new AwsOperation("ecs:DescribeServices", "service " + service + " of cluster " + cluster),
                        RawObject.EMPTY
                                .with("cluster", RawText.of(cluster))
                                .with("services", RawText.list(List.of(RawText.of(service)))));
        return services.objects("services").stream()
                .map(each -> each.text("taskDefinition"))
                .filter(arn -> !arn.isEmpty())
                .findFirst()
                .map(this::containersOf)
                .orElse(List.of());
    }

    /** Returns the containers of a task definition, given its family, family and revision, or ARN. */
    List<String> containersOf(String definition) {
        RawObject answer = session.json(JsonApi.ECS)
                .ask(
                        new AwsOperation("ecs:DescribeTaskDefinition", definition),
                        RawObject.EMPTY.with("taskDefinition", RawText.of(definition)));
        return sorted(answer.object("taskDefinition").objects("containerDefinitions").stream()
                .map(each -> each.text("name"))
                .toList());
    }

    private static List<String> lastParts(RawObject page, String name) {
        return page.list(name).stream()
                .map(json -> RawObject.EMPTY.with("arn", json).text("arn"))
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().distinct().sorted().toList();
    }
}
