package org.ecsdelivery.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.RevisionState;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** The revisions of task definitions: looked at, copied with changes, and found again. */
record Revisions(EcsClient client, AwsCalls calls) {
    /** A revision, as the SDK and as ECS tell it. */
    private record Described(DescribeTaskDefinitionResponse answer, RawObject raw) {
        TaskDefinitionCopy copy() {
            return new TaskDefinitionCopy(raw, answer.tags());
        }
    }

    RevisionState revision(String arn) {
        return RevisionStates.of(described(arn).answer());
    }

    private Described described(String arn) {
        return calls.of(new AwsOperation("ecs:DescribeTaskDefinition", arn), () -> {
            RawAnswer raw = new RawAnswer();
            DescribeTaskDefinitionResponse answer =
                    client.describeTaskDefinition(DescribeTaskDefinitionRequest.builder()
                            .taskDefinition(arn)
                            .include(TaskDefinitionField.TAGS)
                            .overrideConfiguration(RawBodies.hearing(raw))
                            .build());
            return new Described(answer, RawObject.parse(raw.text()).object("taskDefinition"));
        });
    }

    String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        RawObject next = described(baseArn).copy().with(container, image, changes, tags);
        String family = next.text("family");
        return calls.of(
                new AwsOperation("ecs:RegisterTaskDefinition", "family " + family),
                () -> client.registerTaskDefinition(RegisterTaskDefinitionRequest.builder()
                                .family(family)
                                .overrideConfiguration(RawBodies.saying(next.json()))
                                .build())
                        .taskDefinition()
                        .taskDefinitionArn());
    }

    Optional<String> equal(String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        Described base = described(baseArn);
        RawObject wanted = base.copy().with(container, image, changes, Map.of());
        // a family's name stands for its newest active revision (ECS API reference, DescribeTaskDefinition)
        return Stream.<Supplier<Described>>of(() -> base, () -> described(wanted.text("family")))
                .map(Supplier::get)
                .filter(each -> TaskDefinitionCopy.isEqual(each.raw(), wanted))
                .findFirst()
                .map(each -> each.answer().taskDefinition().taskDefinitionArn());
    }
}
