package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.function.Function;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class DeploymentReportTest {

    @Test
    void writesADrainedDeploymentForMachines() {
        Run run = new Run(Scenes::happy);

        Golden.assertMatches(run.report.json(run.verdict), "deployment-drained.json");
    }

    @Test
    void writesADrainedDeploymentForPeople() {
        Run run = new Run(Scenes::happy);

        Golden.assertMatches(run.report.html(run.verdict), "deployment-drained.html");
    }

    @Test
    void writesARolledBackDeploymentForPeople() {
        Run run = new Run(Scenes::rolledBack);

        Golden.assertMatches(run.report.html(run.verdict), "deployment-rolled-back.html");
    }

    @Test
    void tellsMachinesWhatMadeEcsGoBack() {
        Run run = new Run(Scenes::rolledBack);

        assertThat(run.report.json(run.verdict).replaceAll("\\s+", ""))
                .contains("\"rolledBackBy\":{\"kind\":\"CIRCUIT_BREAKER\",\"alarms\":[],");
    }

    @Test
    void tellsMachinesWhichBuildRegisteredWhatTookOver() {
        Run run = new Run(Scenes::superseded);

        assertThat(run.report.json(run.verdict).replaceAll("\\s+", ""))
                .contains("\"supersededBy\":{\"deployment\":\"ecs-svc/3333333333333333333\",")
                .contains("\"buildUrl\":\"https://ci.example.com/build/77\"")
                .contains("\"registeredBy\":\"arn:aws:sts::123456789012:assumed-role/deploy/teamcity\"");
    }

    @Test
    void escapesWhatContainersWrote() {
        Run run = new Run(Scenes::rolledBack);

        assertThat(run.report.html(run.verdict))
                .contains("panic: &lt;config&gt; &amp; &quot;port&quot; missing")
                .doesNotContain("<config>");
    }

    @Test
    void needsNothingButItself() {
        Run run = new Run(Scenes::happy);

        assertThat(run.report.html(run.verdict))
                .doesNotContain("<script", "src=", "href=", "@import", "url(", "http:", "https:");
    }

    @Test
    void canBeWrittenBeforeThereIsADeployment() {
        DeploymentReport report = new DeploymentReport(Scenes.settings(), new VirtualTime());
        Verdict verdict = Verdict.of(FailureKind.SERVICE_NOT_FOUND, "There is no service shop.");

        assertThat(report.json(verdict)).contains("\"result\" : \"FAILED\"").doesNotContain("\"deployment\"");
        assertThat(report.html(verdict)).contains("There is no service shop.");
    }

    /** A run with its report. */
    private static final class Run {
        private final DeploymentReport report;
        private final Verdict verdict;

        Run(Function<Scenes, DeployResult> scene) {
            Late late = new Late();
            Scenes scenes = new Scenes(late);
            report = new DeploymentReport(Scenes.settings(), (InstantSource) scenes.time);
            late.target = report;
            verdict = Verdict.of(Scenes.settings(), scene.apply(scenes));
        }
    }

    /** Passes events on once it knows where to. */
    private static final class Late implements EngineListener {
        private EngineListener target = event -> {};

        @Override
        public void on(EngineEvent event) {
            target.on(event);
        }
    }
}
