package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.DoctorSettings;
import org.ecsdelivery.common.settings.FailOn;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.doctor.ContainerFacts;
import org.ecsdelivery.engine.doctor.Finding;
import org.ecsdelivery.engine.doctor.Pipeline;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.doctor.SoundPipeline;
import org.junit.jupiter.api.Test;

class PipelineReportTest {
    private final Pipeline sound = SoundPipeline.with(pipeline -> pipeline);
    private final Pipeline broken = SoundPipeline.with(pipeline -> {
        pipeline.routes = List.of();
        pipeline.containers = Seen.of(List.of(new ContainerFacts("<web>", Optional.of(512), Optional.empty())));
        pipeline.alarms = Seen.hidden("cloudwatch:DescribeAlarms is missing.");
        return pipeline;
    });

    @Test
    void saysOfEachFindingWhatItIsWhyItMattersAndWhatMendsIt() {
        Checkup checkup = checkup(broken);
        Finding found = checkup.checked().get(0).diagnosis().findings().get(0);

        assertThat(PipelineReport.html(checkup))
                .contains("not in order")
                .contains("<h3><b>Error</b> target group shop-qa</h3>")
                .contains("<dt>Why it matters</dt>")
                .contains(Html.escaped(found.value()), Html.escaped(found.why()))
                .contains("<pre>" + Html.escaped(found.fix()) + "</pre>");
    }

    @Test
    void saysWhatWasNotChecked() {
        assertThat(PipelineReport.html(checkup(broken)))
                .contains("Not checked, or not wholly")
                .contains("<li>alarm-actions: cloudwatch:DescribeAlarms is missing.</li>");
    }

    @Test
    void showsNamesOfOthersAsText() {
        assertThat(PipelineReport.html(checkup(broken))).contains("&lt;web&gt;").doesNotContain("<web>");
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(PipelineReport.html(checkup(sound)))
                .contains("class=\"verdict good\"")
                .contains("nothing was found")
                .doesNotContain("<article");
    }

    @Test
    void givesProgramsTheSame() {
        assertThat(PipelineReport.json(checkup(broken)))
                .contains("\"cluster\" : \"shop\"")
                .contains("\"failed\" : true")
                .contains("\"rulesChecked\" : 10,\n    \"errors\" : 1,\n    \"warnings\" : 1")
                .contains("\"rule\" : \"listener-rule\",\n      \"severity\" : \"ERROR\"")
                .contains("\"why\" : \"")
                .contains("\"fix\" : \"aws elbv2 create-rule")
                .contains("\"unchecked\" : [ \"alarm-actions: cloudwatch:DescribeAlarms is missing.\" ]");
    }

    @Test
    void hasNoMemberThatItsPageDoesNotName() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "doctor.md"));

        assertThat(Pattern.compile("\"(\\w+)\" :")
                        .matcher(PipelineReport.json(checkup(broken)))
                        .results())
                .hasSizeGreaterThan(10)
                .allSatisfy(member -> assertThat(page).contains("`" + member.group(1) + "`"));
    }

    private static Checkup checkup(Pipeline pipeline) {
        DoctorSettings settings = new DoctorSettings(
                new ClusterName("shop"),
                List.of(new ServiceName("shop-qa")),
                FailOn.ERROR,
                new AwsAccess(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return Checkup.of(settings, (cluster, service) -> pipeline);
    }
}
