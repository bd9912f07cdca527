package org.ecsdelivery.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.DoctorSettings;
import org.ecsdelivery.common.settings.FailOn;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private final Pipeline sound = SoundPipeline.with(pipeline -> pipeline);
    private final Pipeline cut = SoundPipeline.with(pipeline -> {
        pipeline.routes = List.of();
        pipeline.alarms = Seen.hidden("cloudwatch:DescribeAlarms is missing.");
        return pipeline;
    });
    private final Pipeline hasty = SoundPipeline.with(pipeline -> {
        pipeline.containers = Seen.of(List.of(new ContainerFacts("web", Optional.of(512), Optional.empty())));
        return pipeline;
    });

    @Test
    void tellsServiceByServiceWhatWasFoundAndWhatWasNotSeen() {
        Checkup checkup = checkup(FailOn.ERROR, Map.of("good", sound, "cut", cut), "good", "cut");

        assertThat(checkup.lines())
                .extracting(Checkup.Line::text)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Service good in cluster shop: 11 rules checked, 0 errors, 0 warnings."),
                        line -> assertThat(line)
                                .isEqualTo("Service cut in cluster shop: 10 rules checked, 1 error, 0 warnings; 1 not"
                                        + " checked, or not wholly."),
                        line -> assertThat(line).startsWith("ERROR listener-rule: target group shop-qa: "),
                        line -> assertThat(line)
                                .isEqualTo("Not checked, alarm-actions: cloudwatch:DescribeAlarms is missing."));
        assertThat(checkup.lines()).extracting(Checkup.Line::warns).containsExactly(false, false, true, false);
    }

    @Test
    void failsOfErrorsAndNamesServiceAndRule() {
        assertThat(checkup(FailOn.ERROR, Map.of("good", sound, "cut", cut), "good", "cut")
                        .problem())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("The pipeline is not in order for cut (listener-rule).")
                        .endsWith("Fail on (doctor.failOn) is ERROR."));
    }

    @Test
    void failsOfWarningsOnlyWhenItIsTold() {
        assertThat(checkup(FailOn.ERROR, Map.of("web", hasty), "web").problem()).isEmpty();
        assertThat(checkup(FailOn.WARNING, Map.of("web", hasty), "web").problem())
                .hasValueSatisfying(text -> assertThat(text).contains("web (log-configuration)"));
    }

    @Test
    void onlyTellsWhenItShallNotFail() {
        assertThat(checkup(FailOn.NONE, Map.of("cut", cut), "cut").problem()).isEmpty();
    }

    private static Checkup checkup(FailOn failOn, Map<String, Pipeline> pipelines, String... services) {
        DoctorSettings settings = new DoctorSettings(
                new ClusterName("shop"),
                List.of(services).stream().map(ServiceName::new).toList(),
                failOn,
                new AwsAccess(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return Checkup.of(settings, (cluster, service) -> pipelines.get(service.value()));
    }
}
