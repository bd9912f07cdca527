package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.doctor.RepositoryFacts.Pull;

/** The repository must let the execution role pull: in another account only its policy can. */
final class UnreadableRepository implements Rule {
    @Override
    public String id() {
        return "repository-policy";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.repositories().value().orElse(List.of()).stream()
                .flatMap(this::of)
                .toList();
    }

    private Stream<Finding> of(RepositoryFacts repository) {
        if (repository.pull() == Pull.NO_REPOSITORY) {
            return Stream.of(finding(
                    repository,
                    "there is no such repository",
                    "aws ecr create-repository --repository-name " + repository.name()));
        }
        if (repository.pull() == Pull.DENIED) {
            return Stream.of(finding(
                    repository,
                    "its policy denies pulls",
                    "take the Deny for ecr:BatchGetImage and ecr:GetDownloadUrlForLayer out of it: aws ecr"
                            + " set-repository-policy --repository-name " + repository.name()
                            + " --policy-text file://policy.json"));
        }
        if (repository.foreign() && repository.pull() != Pull.ALLOWED) {
            return Stream.of(finding(
                    repository,
                    repository.pull() == Pull.NO_POLICY
                            ? "it has no policy, and is in another account than the service"
                            : "its policy allows no pulls, and it is in another account than the service",
                    "in account " + repository.account() + ": aws ecr set-repository-policy --repository-name "
                            + repository.name()
                            + " --policy-text file://policy.json, which allows ecr:BatchGetImage and"
                            + " ecr:GetDownloadUrlForLayer to the execution role"));
        }
        return Stream.empty();
    }

    private Finding finding(RepositoryFacts repository, String value, String fix) {
        return new Finding(
                id(),
                Severity.ERROR,
                "repository " + repository.name(),
                value,
                "A new task cannot pull its image and does not start",
                fix);
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        return pipeline.repositories().value().isPresent()
                ? Optional.empty()
                : Optional.of(pipeline.repositories().reason());
    }
}
