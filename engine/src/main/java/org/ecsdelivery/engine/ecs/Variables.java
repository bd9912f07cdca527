package org.ecsdelivery.engine.ecs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.RevisionChanges;

/**
 * The environment of a container.
 *
 * @param plain its variables, which whoever may describe the task definition can read
 * @param secrets its variables that ECS reads elsewhere, each with that place
 * @param files ARNs of env files that ECS reads when a task starts
 */
public record Variables(Map<String, String> plain, Map<String, String> secrets, List<String> files) {
    /** No variable at all. */
    public static final Variables NONE = new Variables(Map.of(), Map.of());

    /** Makes an environment without env files. */
    public Variables(Map<String, String> plain, Map<String, String> secrets) {
        this(plain, secrets, List.of());
    }

    /** Copies the collections; their order stays. */
    public Variables {
        files = List.copyOf(files);
        plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** Returns these variables with the changes. A name is either a variable or a secret: ECS refuses one that is both. */
    public Variables changedBy(RevisionChanges changes) {
        Map<String, String> plainNow = new LinkedHashMap<>(changes.replacing() ? Map.of() : plain);
        Map<String, String> secretsNow = new LinkedHashMap<>(secrets);
        changes.removed().forEach(name -> {
            plainNow.remove(name);
            secretsNow.remove(name);
        });
        changes.environment().keySet().forEach(secretsNow::remove);
        changes.secrets().keySet().forEach(plainNow::remove);
        plainNow.putAll(changes.environment());
        secretsNow.putAll(changes.secrets());
        return new Variables(
                plainNow, secretsNow, changes.envFile().map(this::filesWith).orElse(files));
    }

    /** A step with an env file has one file there at most; those of others stay. */
    private List<String> filesWith(EnvFileUse use) {
        return Stream.concat(
                        files.stream().filter(arn -> !EnvFileObject.isOurs(arn)),
                        use.object().flatMap(EnvFileObject::arn).stream())
                .toList();
    }

    /** Returns the names; the values may be secret all the same. */
    @Override
    public String toString() {
        return "Variables[plain=" + plain.keySet() + ", secrets=" + secrets.keySet() + ", files=" + files + "]";
    }
}
