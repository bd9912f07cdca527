package org.ecsdelivery.server.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.JsonService;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;

/** ECS itself (ECS API reference: ListServiceDeployments, DescribeServiceDeployments, StopServiceDeployment, ContinueServiceDeployment). */
final class AwsEcsRecords implements EcsRecords {
    /** The most ARNs in one question. */
    private static final int BATCH = 20;

    private final AwsSession session;
    private final JsonService ecs;

    AwsEcsRecords(AwsSession session) {
        this.session = session;
        this.ecs = session.json(JsonApi.ECS);
    }

    @Override
    public Optional<EcsRecord> find(String cluster, String service, String taskDefinition) {
        String resource = "service " + service + " in cluster " + cluster;
        List<RawObject> briefs = ask(
                        "ListServiceDeployments",
                        resource,
                        Map.of(
                                "cluster", RawText.of(cluster),
                                "service", RawText.of(service),
                                "maxResults", String.valueOf(BATCH)))
                .objects("serviceDeployments")
                .stream()
                .sorted(Comparator.comparing(AwsEcsRecords::created).reversed())
                .limit(BATCH)
                .toList();
        Map<String, String> revisions = revisions(resource, briefs);
        return briefs.stream()
                .filter(brief -> taskDefinition.equals(revisions.get(brief.text("targetServiceRevisionArn"))))
                .findFirst()
                .flatMap(brief -> look(brief.text("serviceDeploymentArn")));
    }

    private Map<String, String> revisions(String resource, List<RawObject> briefs) {
        List<String> arns = briefs.stream()
                .map(brief -> brief.text("targetServiceRevisionArn"))
                .filter(arn -> !arn.isEmpty())
                .distinct()
                .map(RawText::of)
                .toList();
        return arns.isEmpty()
                ? Map.of()
                : ask("DescribeServiceRevisions", resource, Map.of("serviceRevisionArns", RawText.list(arns)))
                        .objects("serviceRevisions")
                        .stream()
                        .collect(Collectors.toMap(
                                each -> each.text("serviceRevisionArn"),
                                each -> each.text("taskDefinition"),
                                (one, same) -> one));
    }

    /** Seconds since 1970 as AWS JSON writes them, or a text. */
    private static double created(RawObject brief) {
        return Report.number(brief, "createdAt").map(Number::doubleValue).orElse(0.0);
    }

    @Override
    public Optional<EcsRecord> look(String arn) {
        return raw(arn).map(record -> new EcsRecord(
                arn,
                record.text("status"),
                record.object("rollback").text("reason").isEmpty()
                        ? record.text("statusReason")
                        : record.object("rollback").text("reason"),
                Optional.of(record.text("lifecycleStage")).filter(stage -> !stage.isEmpty())));
    }

    private Optional<RawObject> raw(String arn) {
        return ask(
                        "DescribeServiceDeployments",
                        arn,
                        Map.of("serviceDeploymentArns", RawText.list(List.of(RawText.of(arn)))))
                .objects("serviceDeployments")
                .stream()
                .filter(record -> record.text("serviceDeploymentArn").equals(arn))
                .findFirst();
    }

    @Override
    public void turnBack(String arn) {
        ask(
                "StopServiceDeployment",
                arn,
                Map.of("serviceDeploymentArn", RawText.of(arn), "stopType", RawText.of("ROLLBACK")));
    }

    @Override
    public int answer(String arn, PauseAnswer answer) {
        List<String> waiting = raw(arn).map(record -> record.objects("lifecycleHookDetails")).orElse(List.of()).stream()
                .filter(hook -> hook.text("targetType").equals("PAUSE")
                        && hook.text("status").equals("AWAITING_ACTION"))
                .map(hook -> hook.text("hookId"))
                .filter(id -> !id.isEmpty())
                .toList();
        waiting.forEach(hook -> ask(
                "ContinueServiceDeployment",
                arn,
                Map.of(
                        "serviceDeploymentArn",
                        RawText.of(arn),
                        "hookId",
                        RawText.of(hook),
                        "action",
                        RawText.of(answer == PauseAnswer.CONTINUE ? "CONTINUE" : "ROLLBACK"))));
        return waiting.size();
    }

    private RawObject ask(String operation, String resource, Map<String, String> question) {
        return ecs.ask(new AwsOperation("ecs:" + operation, resource), new RawObject(question));
    }

    @Override
    public void close() {
        session.close();
    }
}
