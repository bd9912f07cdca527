package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.RunTypeId;

/** Deploys an image to an ECS service. Every text may hold parameter references such as {@code %ecs.cluster%}. */
public final class DeployStep extends AwsStep<DeployStep> {
    private DeployStep(String name, StepParameters parameters) {
        super(name, parameters);
    }

    /** Returns a step that deploys what the image step of the same build pushed, and follows it until the old tasks are drained. */
    public static DeployStep of(String cluster, String service) {
        return new DeployStep("", StepParameters.none())
                .with(DeployParameters.CLUSTER, cluster)
                .with(DeployParameters.SERVICE, service)
                .image(DeployParameters.IMAGE.defaultValue());
    }

    /** Returns this step changing one of several containers of the task definition. */
    public DeployStep container(String container) {
        return with(DeployParameters.CONTAINER, container);
    }

    /** Returns this step with an image that another build pushed, by tag or digest. */
    public DeployStep image(String reference) {
        return with(DeployParameters.IMAGE, reference);
    }

    /** Returns this step ending in success at another level than {@link FinishLevel#DRAINED}. */
    public DeployStep finishLevel(FinishLevel level) {
        return finishLevel(level.name());
    }

    /** Returns this step with {@link #finishLevel(FinishLevel)} decided by a parameter of the build. */
    public DeployStep finishLevel(String reference) {
        return with(DeployParameters.FINISH_LEVEL, reference);
    }

    /**
     * Returns this step following for at most that long.
     *
     * @throws IllegalArgumentException when it is no whole number of minutes, from one to a day
     */
    public DeployStep timeout(Duration limit) {
        return timeout(minutes(limit));
    }

    /** Returns this step with {@link #timeout(Duration)} decided by a parameter of the build, in minutes. */
    public DeployStep timeout(String reference) {
        return with(DeployParameters.TIMEOUT, reference);
    }

    /** Returns this step deploying, or only checking and printing the plan. */
    public DeployStep dryRun(boolean on) {
        return dryRun(Boolean.toString(on));
    }

    /** Returns this step with {@link #dryRun(boolean)} decided by a parameter of the build. */
    public DeployStep dryRun(String reference) {
        return with(DeployParameters.DRY_RUN, reference);
    }

    private static String minutes(Duration limit) {
        String minutes = Long.toString(limit.toMinutes());
        try {
            if (TextForms.minutes(minutes).equals(limit)) {
                return minutes;
            }
        } catch (IllegalArgumentException ignored) {
            // the refusal below says all there is to say
        }
        throw new IllegalArgumentException(DeployParameters.TIMEOUT.label() + " (" + DeployParameters.TIMEOUT.name()
                + "): " + limit + " is not a whole number of minutes from 1 to 1440");
    }

    @Override
    public String type() {
        return RunTypeId.DEPLOY;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(DeployParameters.ALL);
    }

    @Override
    DeployStep copy(String newName, StepParameters newParameters) {
        return new DeployStep(newName, newParameters);
    }
}
