package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the next revision shall have different from the one it is made from, besides the image. Whatever is not named stays.
 *
 * @param environment variables of the container to set
 * @param secrets variables of the container to set, each to the ARN of the place that ECS reads it from
 * @param removed names of variables and secrets of the container to take away
 * @param replacing whether variables that are not named here are taken away too
 * @param command what the container runs instead of its image's own command; empty to leave it as it is
 * @param cpu CPU units of the task
 * @param memory MiB of the task
 * @param taskRole ARN of the role that the containers act as
 * @param executionRole ARN of the role that ECS pulls the image, reads secrets and writes logs as
 * @param file the task definition to make the revision from, instead of the one that the service runs
 * @param tags tags to set; the others stay
 * @param envFile the env file of the build that the container gets
 */
public record RevisionChanges(
        Map<String, String> environment,
        Map<String, String> secrets,
        Set<String> removed,
        boolean replacing,
        List<String> command,
        Optional<String> cpu,
        Optional<String> memory,
        Optional<String> taskRole,
        Optional<String> executionRole,
        Optional<DefinitionFile> file,
        Map<String, String> tags,
        Optional<EnvFileUse> envFile) {
    /** Nothing but the image changes. */
    public static final RevisionChanges NONE = new RevisionChanges(
            Map.of(),
            Map.of(),
            Set.of(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Changes the revision that the service runs. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public RevisionChanges(
            Map<String, String> environment,
            Map<String, String> secrets,
            Set<String> removed,
            boolean replacing,
            List<String> command,
            Optional<String> cpu,
            Optional<String> memory,
            Optional<String> taskRole,
            Optional<String> executionRole) {
        this(
                environment,
                secrets,
                removed,
                replacing,
                command,
                cpu,
                memory,
                taskRole,
                executionRole,
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** Copies the collections; their order stays. */
    public RevisionChanges {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
        command = List.copyOf(command);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** Returns these changes on top of a task definition file. */
    public RevisionChanges from(DefinitionFile source) {
        return new RevisionChanges(
                environment,
                secrets,
                removed,
                replacing,
                command,
                cpu,
                memory,
                taskRole,
                executionRole,
                Optional.of(source),
                tags,
                envFile);
    }

    /** Returns these changes with an env file to take. */
    public RevisionChanges using(EnvFileUse use) {
        return with(environment, secrets, removed, use);
    }

    /** Returns these changes with other tags to set. */
    public RevisionChanges tagged(Map<String, String> others) {
        return new RevisionChanges(
                environment,
                secrets,
                removed,
                replacing,
                command,
                cpu,
                memory,
                taskRole,
                executionRole,
                file,
                others,
                envFile);
    }

    /**
     * Returns these changes with the variables of the env file that they name. What they say of a name themselves counts.
     *
     * @param plain its variables that get into the task definition
     * @param references its variables that ECS reads elsewhere, each with that place
     */
    public RevisionChanges taking(Map<String, String> plain, Map<String, String> references) {
        Map<String, String> morePlain = unnamed(plain);
        Map<String, String> moreSecrets = unnamed(references);
        EnvFileUse use = envFile.orElseThrow().giving(moreSecrets.keySet(), morePlain.keySet());
        morePlain.putAll(environment);
        moreSecrets.putAll(secrets);
        return with(morePlain, moreSecrets, removed, use);
    }

    /** Returns these changes with the variables of the env file in a copy of it: they must stand nowhere else, or they count there. */
    public RevisionChanges storing(EnvFileObject copy) {
        Set<String> gone = new LinkedHashSet<>(removed);
        gone.addAll(copy.names());
        return with(environment, secrets, gone, envFile.orElseThrow().storing(copy));
    }

    private RevisionChanges with(
            Map<String, String> otherEnvironment,
            Map<String, String> otherSecrets,
            Set<String> otherRemoved,
            EnvFileUse use) {
        return new RevisionChanges(
                otherEnvironment,
                otherSecrets,
                otherRemoved,
                replacing,
                command,
                cpu,
                memory,
                taskRole,
                executionRole,
                file,
                tags,
                Optional.of(use));
    }

    private Map<String, String> unnamed(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.keySet().removeIf(this::names);
        return all;
    }

    /** Tells whether they say of a variable what becomes of it. */
    public boolean names(String variable) {
        return environment.containsKey(variable) || secrets.containsKey(variable) || removed.contains(variable);
    }

    /** Tells whether the container's variables or secrets may change. */
    public boolean touchVariables() {
        return replacing || envFile.isPresent() || !environment.isEmpty() || !secrets.isEmpty() || !removed.isEmpty();
    }

    /** Returns the names; the values of variables may be secret. */
    @Override
    public String toString() {
        return "RevisionChanges[environment=" + environment.keySet() + ", secrets=" + secrets.keySet() + ", removed="
                + removed + "]";
    }
}
