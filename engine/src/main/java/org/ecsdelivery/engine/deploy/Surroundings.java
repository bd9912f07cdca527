package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.engine.doctor.Diagnosis;
import org.ecsdelivery.engine.doctor.Doctor;
import org.ecsdelivery.engine.doctor.Finding;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.doctor.Severity;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Has the doctor look at what the service stands in: what a deployment would fail of, and what neither it nor the other checks see. */
final class Surroundings {
    private static final Set<String> OF_THE_NETWORK = Set.of("security-group", "listener-rule");
    private static final String OF_ROLES = "roles";

    private final PipelineApi pipelines;
    private final Checks checks;

    Surroundings(PipelineApi pipelines, Checks checks) {
        this.pipelines = pipelines;
        this.checks = checks;
    }

    void check(DeploySettings settings) {
        if (settings.pipelineCheck() == PipelineCheck.WARN) {
            checks.advise("What the service stands in was not checked", () -> {
                examine(settings).forEach(found -> checks.warn(sentence(found)));
                return Optional.empty();
            });
        }
        if (settings.pipelineCheck() == PipelineCheck.FAIL) {
            checks.look(
                    "What the service stands in was not checked",
                    () -> examine(settings).forEach(found -> checks.pass(() -> refuse(found))));
        }
    }

    private List<Finding> examine(DeploySettings settings) {
        Diagnosis diagnosis = Doctor.examine(pipelines.pipeline(settings.cluster(), settings.service()));
        diagnosis.unchecked().stream()
                .filter(each -> concerns(each.substring(0, each.indexOf(':')), settings.changes()))
                .forEach(each -> checks.note("Not checked, " + each));
        return diagnosis.findings().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .filter(each -> concerns(each.rule(), settings.changes()))
                .toList();
    }

    /** The roles of now say nothing of a revision that is given others. */
    private static boolean concerns(String rule, RevisionChanges changes) {
        boolean otherRoles = changes.taskRole().isPresent()
                || changes.executionRole().isPresent()
                || changes.file().isPresent();
        return OF_THE_NETWORK.contains(rule) || rule.equals(OF_ROLES) && !otherRoles;
    }

    private static String sentence(Finding found) {
        return found.resource() + ": " + found.value() + ". " + found.why() + ". Fix: " + found.fix();
    }

    private static void refuse(Finding found) {
        throw new EngineException(
                FailureKind.PIPELINE_UNSOUND,
                found.resource() + ": " + found.value(),
                "",
                found.why() + ". Fix: " + found.fix() + ". " + DeployParameters.PIPELINE_CHECK.label() + " ("
                        + DeployParameters.PIPELINE_CHECK.name() + ") is " + PipelineCheck.FAIL + ".");
    }
}
