package org.ecsdelivery.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.DoctorSettings;
import org.ecsdelivery.common.settings.FailOn;
import org.ecsdelivery.common.value.ServiceName;

/** Checks the pipelines of several services, and says what became of it. */
public final class Checkup {
    private final DoctorSettings settings;
    private final List<Checked> checked;

    /**
     * A service that was checked.
     *
     * @param service its name
     * @param diagnosis what was found
     */
    public record Checked(ServiceName service, Diagnosis diagnosis) {}

    private Checkup(DoctorSettings settings, List<Checked> checked) {
        this.settings = settings;
        this.checked = List.copyOf(checked);
    }

    /** Checks the pipelines of all services that are named. */
    public static Checkup of(DoctorSettings settings, PipelineApi pipelines) {
        List<Checked> checked = new ArrayList<>();
        for (ServiceName service : settings.services()) {
            Pipeline pipeline = pipelines.pipeline(settings.cluster(), service);
            checked.add(new Checked(service, Doctor.examine(pipeline)));
        }
        return new Checkup(settings, checked);
    }

    /**
     * A line for the build log.
     *
     * @param text what it says
     * @param warns whether it is about something that is wrong
     */
    public record Line(String text, boolean warns) {}

    /** Returns what was found, and what could not be looked at, service by service. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Checked each : checked) {
            lines.add(new Line(summary(each), false));
            each.diagnosis().findings().forEach(found -> lines.add(new Line(found.sentence(), true)));
            each.diagnosis().unchecked().forEach(rule -> lines.add(new Line("Not checked, " + rule, false)));
        }
        return lines;
    }

    /** Returns what was checked. */
    public DoctorSettings settings() {
        return settings;
    }

    /** Returns what was found in each service. */
    public List<Checked> checked() {
        return checked;
    }

    /** Says in a sentence what was found in a service. */
    public String summary(Checked each) {
        Diagnosis found = each.diagnosis();
        return "Service " + each.service() + " in cluster " + settings.cluster() + ": " + found.checked()
                + " rules checked, " + counted(found.count(Severity.ERROR), "error") + ", "
                + counted(found.count(Severity.WARNING), "warning")
                + (found.unchecked().isEmpty()
                        ? "."
                        : "; " + found.unchecked().size() + " not checked, or not wholly.");
    }

    /** Returns why the step fails; empty when it does not. */
    public Optional<String> problem() {
        String broken = checked.stream()
                .filter(each -> each.diagnosis().findings().stream().anyMatch(this::fails))
                .map(each -> each.service() + " ("
                        + each.diagnosis().findings().stream()
                                .filter(this::fails)
                                .map(Finding::rule)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of("The pipeline is not in order for " + broken
                        + ". The build log says for each what was found, and how to mend it; "
                        + DoctorParameters.FAIL_ON.label() + " (" + DoctorParameters.FAIL_ON.name() + ") is "
                        + settings.failOn() + ".");
    }

    private boolean fails(Finding finding) {
        return settings.failOn() == FailOn.WARNING
                || settings.failOn() == FailOn.ERROR && finding.severity() == Severity.ERROR;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
