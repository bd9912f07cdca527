package org.ecsdelivery.engine.envfile;

import org.ecsdelivery.engine.envfile.dialect.ShownName;

/**
 * Why one variable cannot be in the file. Never tells its value.
 *
 * @param name the variable's name
 * @param reason why it cannot be written, or what is missing
 * @param remedy what to do; empty when the reason says it
 */
public record EnvProblem(String name, String reason, String remedy) {

    /** Returns it on one line, such as {@code CERT: the value has a line break (encode it)}. */
    public String line() {
        return ShownName.of(name) + ": " + reason + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
