package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a container gets the variables of an env file that the build has.
 *
 * @param path the file, as the build feature's settings name it
 * @param as how the variables get into the container
 * @param folder where a copy goes that ECS reads; empty where none does
 * @param references names of those that ECS reads elsewhere when a task starts; empty until the file is looked at
 * @param plain names of those that stand in the task definition; empty until the file is looked at
 * @param object the copy; empty until the file is looked at
 */
public record EnvFileUse(
        String path,
        As as,
        Optional<S3Folder> folder,
        Set<String> references,
        Set<String> plain,
        Optional<EnvFileObject> object) {
    /** How variables get into a container. */
    public enum As {
        /** By reference to Systems Manager and Secrets Manager, where they come from there. */
        SECRETS,
        /** With their values in the task definition. */
        ENVIRONMENT,
        /** In a copy of the file, which ECS reads when a task starts. */
        S3
    }

    /** Copies the names; their order stays. */
    public EnvFileUse {
        references = Collections.unmodifiableSet(new LinkedHashSet<>(references));
        plain = Collections.unmodifiableSet(new LinkedHashSet<>(plain));
    }

    /** Names a file that is not looked at yet. */
    public static EnvFileUse of(String path, As as) {
        return new EnvFileUse(path, as, Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /** Names a file that is not looked at yet, and of which a copy goes to a folder. */
    public static EnvFileUse of(String path, S3Folder folder) {
        return new EnvFileUse(path, As.S3, Optional.of(folder), Set.of(), Set.of(), Optional.empty());
    }

    /** Returns this use with what the file has. */
    public EnvFileUse giving(Set<String> byReference, Set<String> inPlain) {
        return new EnvFileUse(path, as, folder, byReference, inPlain, object);
    }

    /** Returns this use with the copy of the file. */
    public EnvFileUse storing(EnvFileObject copy) {
        return new EnvFileUse(path, as, folder, references, plain, Optional.of(copy));
    }
}
