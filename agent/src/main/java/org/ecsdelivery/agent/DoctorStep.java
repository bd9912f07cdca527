package org.ecsdelivery.agent;

import java.util.Optional;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.DoctorSettings;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** The step that checks pipelines. It changes nothing, so personal builds may have it too. */
final class DoctorStep implements StepWork {
    private final Wiring wiring;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final ReportFiles files;

    DoctorStep(Wiring wiring, BuildRunnerContext context, StepLog log, ReportFiles files) {
        this.wiring = wiring;
        this.context = context;
        this.log = log;
        this.files = files;
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        StepSettings.mask(context.getRunnerParameters(), log.masking());
        DoctorSettings settings = StepSettings.required(
                DoctorParameters.parse(StepSettings.given(DoctorParameters.ALL, context), References.RESOLVED));
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables(), event -> {})) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            Checkup checkup = Checkup.of(settings, outside.pipelines());
            checkup.lines().forEach(this::tell);
            files.publish(checkup, log);
            return checkup.problem().map(text -> new Problem(FailureKind.PIPELINE_UNSOUND, text));
        }
    }

    private void tell(Checkup.Line line) {
        if (line.warns()) {
            log.line(line.text(), Status.WARNING);
        } else {
            log.line(line.text());
        }
    }

    @Override
    public String leftBehind() {
        return "";
    }
}
