package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;

/**
 * Where an image is pushed, and how the registries of it and of its base images are reached.
 *
 * @param repositories host and repository of each, at least one; without a host the account's own registry is meant
 * @param rules what some registries need beside the step's AWS access
 * @param login the user of a registry that is not ECR's
 */
public record PushTargets(List<ImageReference> repositories, List<RegistryRule> rules, Optional<RegistryLogin> login) {
    /** Copies the lists. */
    public PushTargets {
        repositories = List.copyOf(repositories);
        rules = List.copyOf(rules);
    }

    /** Returns a push to one repository that the step's AWS access leads to. */
    public static PushTargets of(ImageReference repository) {
        return new PushTargets(List.of(repository), List.of(), Optional.empty());
    }

    /** Returns the repository that the parameters of the build name. */
    public ImageReference first() {
        return repositories.get(0);
    }

    /** Returns what a registry needs beside the step's AWS access; a rule for its host goes before one for its account. */
    public Optional<RegistryRule> rule(RegistryHost host) {
        return rules.stream()
                .filter(each -> each.registry().equals(host.value()))
                .findFirst()
                .or(() -> host.account()
                        .flatMap(account -> rules.stream()
                                .filter(each -> each.registry().equals(account))
                                .findFirst()));
    }

    /** Tells whether the step logs in to ECR Public: where it pushes there, or a line of the settings is for it. */
    public boolean logsInTo(RegistryHost ecrPublic) {
        return rule(ecrPublic).isPresent()
                || repositories.stream().flatMap(each -> each.host().stream()).anyMatch(RegistryHost::isEcrPublic);
    }

    /** Tells whether ECR may scan what is in the registry of a host: in private registries of ECR only. */
    public boolean mayBeScanned(RegistryHost host) {
        return !host.isEcrPublic()
                && login.filter(each -> each.host().equals(host)).isEmpty();
    }
}
