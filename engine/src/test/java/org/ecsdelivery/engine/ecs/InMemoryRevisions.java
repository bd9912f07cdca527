package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The revisions of one family, held in memory. */
abstract class InMemoryRevisions extends InMemoryCalls implements EcsApi {
    static final String TASK_DEFINITION = "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:";
    static final String IDENTITY = "arn:aws:sts::123456789012:assumed-role/deploy/session";

    final Map<String, Map<String, String>> images = new LinkedHashMap<>();
    final Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    final Set<String> deregistered = new HashSet<>();
    final Map<String, FileState> files = new LinkedHashMap<>();
    final Map<String, InMemoryTraits> traits = new LinkedHashMap<>();
    UnaryOperator<RevisionState> definition = UnaryOperator.identity();

    InMemoryRevisions(InstantSource clock) {
        super(clock);
    }

    /** Somebody registers a revision with tags. */
    public void register(int revision, Map<String, String> itsTags) {
        images.put(TASK_DEFINITION + revision, containers(TASK_DEFINITION + 1));
        tags.put(TASK_DEFINITION + revision, Map.copyOf(itsTags));
    }

    /** Returns the image of a revision's first container. */
    public String imageOf(int revision) {
        return images.get(TASK_DEFINITION + revision).values().iterator().next();
    }

    /** Returns the ARN of a revision. */
    public static String revisionArn(int revision) {
        return TASK_DEFINITION + revision;
    }

    @Override
    public RevisionState revision(String taskDefinitionArn) {
        called("ecs:DescribeTaskDefinition");
        InMemoryTraits also = traits.getOrDefault(taskDefinitionArn, InMemoryTraits.NONE);
        return definition.apply(new RevisionState(
                taskDefinitionArn,
                "awsvpc",
                also.task(),
                containers(taskDefinitionArn).entrySet().stream()
                        .map(each -> new RevisionState.Container(
                                new ContainerName(each.getKey()),
                                each.getValue(),
                                Optional.of(new RevisionState.LogTarget("/prod/web", "web")),
                                Duration.ofSeconds(30),
                                Optional.empty(),
                                List.of(8080),
                                List.of(),
                                also.variablesOf(each.getKey()),
                                also.commandOf(each.getKey())))
                        .toList(),
                tags.getOrDefault(taskDefinitionArn, Map.of()),
                Optional.of(IDENTITY)));
    }

    @Override
    public List<String> activeRevisions(String family) {
        called("ecs:ListTaskDefinitions");
        return images.keySet().stream()
                .filter(arn -> !deregistered.contains(arn))
                .filter(arn -> RevisionState.shortId(arn).startsWith(family + ":"))
                .sorted(Comparator.comparing((String arn) -> Integer.valueOf(arn.substring(TASK_DEFINITION.length())))
                        .reversed())
                .toList();
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        called("ecs:DeregisterTaskDefinition");
        deregistered.add(taskDefinitionArn);
    }

    @Override
    public FileState definition(String baseArn, DefinitionFile file) {
        return Optional.ofNullable(files.get(file.path())).orElseThrow();
    }

    /** Returns the images of what the next revision is made from. */
    Map<String, String> source(String baseArn, RevisionChanges changes) {
        Map<String, String> all = new LinkedHashMap<>();
        changes.file()
                .ifPresentOrElse(
                        file -> definition(baseArn, file)
                                .definition()
                                .containers()
                                .forEach(each -> all.put(each.name().value(), each.image())),
                        () -> all.putAll(containers(baseArn)));
        return all;
    }

    @Override
    public String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        called("ecs:RegisterTaskDefinition");
        Map<String, String> next = source(baseArn, changes);
        if (next.replace(container.value(), image.toString()) == null) {
            throw new EngineException(
                    FailureKind.CONTAINER_NOT_FOUND, "There is no container " + container + " in " + baseArn, "", "");
        }
        String arn = TASK_DEFINITION + (images.size() + 1);
        images.put(arn, next);
        Map<String, String> all = new LinkedHashMap<>(this.tags.getOrDefault(baseArn, Map.of()));
        all.keySet().removeIf(key -> key.startsWith(BuildTags.PREFIX));
        all.putAll(changes.tags());
        all.putAll(tags);
        this.tags.put(arn, all);
        traits.put(arn, traits.getOrDefault(baseArn, InMemoryTraits.NONE).changedBy(container, changes));
        return arn;
    }

    String newestRevision() {
        return images.keySet().stream()
                .max(Comparator.comparing(arn -> Integer.valueOf(arn.substring(TASK_DEFINITION.length()))))
                .orElseThrow();
    }

    @Override
    public Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        called("ecs:DescribeTaskDefinition");
        Map<String, String> next = source(baseArn, changes);
        next.replace(container.value(), image.toString());
        InMemoryTraits wanted =
                traits.getOrDefault(baseArn, InMemoryTraits.NONE).changedBy(container, changes);
        return Stream.of(baseArn, newestRevision())
                .filter(each -> next.equals(containers(each)))
                .filter(each -> tags.getOrDefault(each, Map.of())
                        .entrySet()
                        .containsAll(changes.tags().entrySet()))
                .filter(each -> wanted.areLike(traits.getOrDefault(each, InMemoryTraits.NONE), container.value()))
                .findFirst();
    }

    Map<String, String> containers(String taskDefinitionArn) {
        return Optional.ofNullable(images.get(taskDefinitionArn))
                .orElseThrow(() -> new EngineException(
                        FailureKind.AWS_REFUSED, "There is no revision " + taskDefinitionArn, "", ""));
    }
}
