package org.ecsdelivery.engine.envfile;

import java.util.List;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** Parameters of AWS Systems Manager, decrypted. May throw {@link AccessDenied} and {@link TransientFailure}. */
public interface ParameterStore {
    /** Returns all parameters below a path, at any depth, in the order of their names; none where nothing is. */
    List<Stored> below(String path);

    /** Returns those of the named parameters that are there. A parameter may be asked for by its ARN too. */
    List<Stored> named(List<String> namesOrArns);

    /**
     * One parameter.
     *
     * @param name its full name
     * @param arn its ARN, which ECS takes as {@code valueFrom}
     * @param value its value, to the last blank
     * @param secure whether it is a SecureString
     */
    record Stored(String name, String arn, String value, boolean secure) {
        /** Tells whether it is what somebody asked for. */
        boolean isCalled(String nameOrArn) {
            return name.equals(nameOrArn) || arn.equals(nameOrArn);
        }

        /** Leaves the value out. */
        @Override
        public String toString() {
            return name;
        }
    }
}
