package org.ecsdelivery.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.RawAnswer;
import org.ecsdelivery.aws.call.RawBodies;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.ecs.FileState;
import org.ecsdelivery.engine.ecs.RevisionState;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** The revisions of task definitions: looked at, copied with changes, and found again. */
record Revisions(EcsClient client, AwsCalls calls) {
    /** A revision, as the SDK and as ECS tell it. */
    private record Described(DescribeTaskDefinitionResponse answer, RawObject raw) {
        /** Returns what the next revision is made from: this one, or a file. */
        TaskDefinitionCopy source(RevisionChanges changes) {
            return changes.file()
                    .map(FileDefinition::of)
                    .map(file -> file.copy(raw.text("family"), answer.tags()))
                    .orElseGet(() -> new TaskDefinitionCopy(raw, answer.tags()));
        }

        boolean hasTags(Map<String, String> tags) {
            return tags.entrySet().stream().allMatch(each -> hasTag(each.getKey(), each.getValue()));
        }

        boolean hasTag(String key, String value) {
            return answer.tags().stream().anyMatch(each -> key.equals(each.key()) && value.equals(each.value()));
        }
    }

    RevisionState revision(String arn) {
        return RevisionStates.of(described(arn).answer());
    }

    private Described described(String arn) {
        return calls.of(new AwsOperation("ecs:DescribeTaskDefinition", arn), () -> asked(arn));
    }

    private Described asked(String arn) {
        RawAnswer raw = new RawAnswer();
        DescribeTaskDefinitionResponse answer = client.describeTaskDefinition(DescribeTaskDefinitionRequest.builder()
                .taskDefinition(arn)
                .include(TaskDefinitionField.TAGS)
                .overrideConfiguration(RawBodies.hearing(raw))
                .build());
        return new Described(answer, RawObject.parse(raw.text()).object("taskDefinition"));
    }

    String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        TaskDefinitionCopy source = described(baseArn).source(changes);
        Map<String, String> all = new LinkedHashMap<>(tags);
        changes.file()
                .map(file -> TaskDefinitionCopy.digest(source.with(container, image, changes, Map.of())))
                .ifPresent(digest -> all.put(BuildTags.CONTENT, digest));
        RawObject next = source.with(container, image, changes, all);
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

    FileState definition(String baseArn, DefinitionFile file) {
        return FileDefinition.of(file).state(baseArn);
    }

    /** Returns the newest revision of a family, which a file may name for the first time. */
    private Optional<Described> newest(String family, Described base) {
        if (family.equals(base.raw().text("family"))) {
            return Optional.of(described(family));
        }
        return calls.of(new AwsOperation("ecs:DescribeTaskDefinition", family), () -> {
            try {
                return Optional.of(asked(family));
            } catch (ClientException none) {
                // "Unable to describe task definition."
                return Optional.empty();
            }
        });
    }

    Optional<String> equal(String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        Described base = described(baseArn);
        RawObject wanted = base.source(changes).with(container, image, changes, Map.of());
        // a family's name stands for its newest active revision (ECS API reference, DescribeTaskDefinition)
        return Stream.<Supplier<Optional<Described>>>of(
                        () -> Optional.of(base), () -> newest(wanted.text("family"), base))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(each -> TaskDefinitionCopy.isActive(each.raw()))
                .filter(each -> each.hasTags(changes.tags()))
                .filter(each -> TaskDefinitionCopy.isEqual(each.raw(), wanted)
                        // ECS answers more than a file says: it adds what it takes for what is left out
                        || changes.file().isPresent()
                                && each.hasTag(BuildTags.CONTENT, TaskDefinitionCopy.digest(wanted)))
                .findFirst()
                .map(each -> each.answer().taskDefinition().taskDefinitionArn());
    }
}
