package org.ecsdelivery.engine.envfile;

import java.util.Optional;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** Secrets of AWS Secrets Manager. May throw {@link AccessDenied} and {@link TransientFailure}. */
@FunctionalInterface
public interface SecretStore {
    /**
     * Returns a secret; empty when there is none of that name, or no version of it has the stage.
     *
     * @param id its name or ARN
     * @param stage the version stage, such as {@code AWSPREVIOUS}; empty for the current version
     */
    Optional<Stored> secret(String id, Optional<String> stage);

    /**
     * One version of a secret.
     *
     * @param arn the secret's ARN, which ECS takes as {@code valueFrom}
     * @param text its text, to the last blank; empty when it is bytes
     */
    record Stored(String arn, Optional<String> text) {
        /** Leaves the text out. */
        @Override
        public String toString() {
            return arn;
        }
    }
}
