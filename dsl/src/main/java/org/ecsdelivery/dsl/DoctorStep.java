package org.ecsdelivery.dsl;

import java.util.Map;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.FailOn;
import org.ecsdelivery.common.settings.RunTypeId;

/** Checks what ECS services are deployed to. Every text may hold parameter references such as {@code %ecs.cluster%}. */
public final class DoctorStep extends AwsStep<DoctorStep> {
    private DoctorStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that checks services of a cluster. */
    public static DoctorStep of(String cluster, String service, String... more) {
        return new DoctorStep(StepFrame.none(), StepParameters.none())
                .with(DoctorParameters.CLUSTER, cluster)
                .withLines(DoctorParameters.SERVICES, service, more);
    }

    /** Returns this step failing of other findings than errors. */
    public DoctorStep failOn(FailOn findings) {
        return failOn(findings.name());
    }

    /** Returns this step with {@link #failOn(FailOn)} decided by a parameter of the build. */
    public DoctorStep failOn(String reference) {
        return with(DoctorParameters.FAIL_ON, reference);
    }

    @Override
    public String type() {
        return RunTypeId.DOCTOR;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(DoctorParameters.ALL);
    }

    @Override
    DoctorStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DoctorStep(newFrame, newParameters);
    }
}
