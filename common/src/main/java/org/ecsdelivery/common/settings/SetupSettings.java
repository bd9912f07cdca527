package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.StackName;

/**
 * What stack to set up, and how.
 *
 * @param stack the stack
 * @param template path of the template, from the working directory; empty when a change set is given
 * @param parameters values for the template's parameters; one that an existing stack has keeps its value without one
 * @param changeSet the ARN of the change set that is carried out, as another build has shown it
 * @param apply which changes are carried out
 * @param rules what it may do
 * @param timeout how long it may take
 * @param access how to reach AWS
 */
public record SetupSettings(
        StackName stack,
        Optional<String> template,
        Map<String, String> parameters,
        Optional<String> changeSet,
        SetupApply apply,
        Rules rules,
        Duration timeout,
        AwsAccess access) {

    /** Copies the parameters. */
    public SetupSettings {
        parameters = Map.copyOf(parameters);
    }

    /**
     * What the step may do.
     *
     * @param roles whether the template may make IAM roles
     * @param deleteData whether repositories, logs and other data may be deleted
     * @param detectDrift whether to look what somebody has changed by hand
     * @param cancelOnStop whether an update is taken back when the build is stopped
     * @param serviceRole the ARN of the role that CloudFormation acts as
     */
    public record Rules(
            boolean roles,
            boolean deleteData,
            boolean detectDrift,
            boolean cancelOnStop,
            Optional<String> serviceRole) {}

    /** Returns these settings carrying out nothing. */
    public SetupSettings showing() {
        return new SetupSettings(stack, template, parameters, changeSet, SetupApply.SHOW, rules, timeout, access);
    }

    /** Names the parameters without their values, which may be secret. */
    @Override
    public String toString() {
        return "SetupSettings[" + stack + ", " + template + ", " + parameters.keySet() + ", " + changeSet + ", " + apply
                + ", " + rules + ", " + timeout + "]";
    }
}
