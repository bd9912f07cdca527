package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.SetupApply;
import org.ecsdelivery.common.settings.SetupParameters;

/**
 * Sets up the CloudFormation stack that services are deployed to. Every text may hold parameter references such as
 * {@code %stack%}.
 */
public final class SetupStep extends AwsStep<SetupStep> {
    private SetupStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that sets up a stack; say by {@link #template(String)} or {@link #changeSet(String)} from what. */
    public static SetupStep of(String stack) {
        return new SetupStep(StepFrame.none(), StepParameters.none()).with(SetupParameters.STACK, stack);
    }

    /** Returns this step making the stack what a template says, by its path in the checkout. */
    public SetupStep template(String path) {
        return with(SetupParameters.TEMPLATE, path);
    }

    /** Returns this step carrying out just the change set that another build has shown, by its ARN. */
    public SetupStep changeSet(String arn) {
        return with(SetupParameters.CHANGE_SET, arn);
    }

    /** Returns this step with a value for a parameter of the template, beside those given before. */
    public SetupStep parameter(String name, String value) {
        return withAssignment(SetupParameters.PARAMETERS, name, value);
    }

    /** Returns this step with other changes than those that replace and delete nothing carried out. */
    public SetupStep apply(SetupApply changes) {
        return apply(changes.name());
    }

    /** Returns this step with {@link #apply(SetupApply)} decided by a parameter of the build. */
    public SetupStep apply(String reference) {
        return with(SetupParameters.APPLY, reference);
    }

    /** Returns this step with a template that may make IAM roles, or not; the template of the application pipeline does. */
    public SetupStep allowRoles(boolean on) {
        return allowRoles(Boolean.toString(on));
    }

    /** Returns this step with {@link #allowRoles(boolean)} decided by a parameter of the build. */
    public SetupStep allowRoles(String reference) {
        return with(SetupParameters.ROLES, reference);
    }

    /** Returns this step with permission to delete repositories, logs and other data, or not. */
    public SetupStep allowDataDeletion(boolean on) {
        return allowDataDeletion(Boolean.toString(on));
    }

    /** Returns this step with {@link #allowDataDeletion(boolean)} decided by a parameter of the build. */
    public SetupStep allowDataDeletion(String reference) {
        return with(SetupParameters.DELETE_DATA, reference);
    }

    /** Returns this step looking for what somebody has changed outside of the stack, or not. */
    public SetupStep detectDrift(boolean on) {
        return detectDrift(Boolean.toString(on));
    }

    /** Returns this step with {@link #detectDrift(boolean)} decided by a parameter of the build. */
    public SetupStep detectDrift(String reference) {
        return with(SetupParameters.DRIFT, reference);
    }

    /** Returns this step taking an update back, or not, when the build is stopped. */
    public SetupStep cancelOnStop(boolean on) {
        return cancelOnStop(Boolean.toString(on));
    }

    /** Returns this step with {@link #cancelOnStop(boolean)} decided by a parameter of the build. */
    public SetupStep cancelOnStop(String reference) {
        return with(SetupParameters.CANCEL_ON_STOP, reference);
    }

    /** Returns this step with a role that CloudFormation acts as, by its ARN. */
    public SetupStep serviceRole(String arn) {
        return with(SetupParameters.SERVICE_ROLE, arn);
    }

    /** Returns this step with a time limit other than 60 minutes, 1 minute to a day. */
    public SetupStep timeout(Duration limit) {
        return timeout(Minutes.of(SetupParameters.TIMEOUT, limit));
    }

    /** Returns this step with {@link #timeout(Duration)} in minutes, which a parameter of the build may say. */
    public SetupStep timeout(String minutes) {
        return with(SetupParameters.TIMEOUT, minutes);
    }

    @Override
    public String type() {
        return RunTypeId.SETUP;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(SetupParameters.ALL);
    }

    @Override
    SetupStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new SetupStep(newFrame, newParameters);
    }
}
