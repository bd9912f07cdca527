package org.ecsdelivery.agent;

import java.util.Optional;
import java.util.UUID;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.SetupSettings;
import org.ecsdelivery.engine.stack.SetupResult;
import org.ecsdelivery.engine.stack.SetupTold;
import org.ecsdelivery.engine.stack.StackSetup;
import org.ecsdelivery.engine.time.Cancellation;

/** The step that sets up pipelines. A personal build only sees what would change: its template may be one that nobody reviewed. */
final class SetupStep implements StepWork {
    /** The most that CloudFormation takes from a request (AWS CloudFormation quotas, "Template body size in a request"). */
    private static final int LARGEST_TEMPLATE = 51_200;

    private final Wiring wiring;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private volatile String begun = "Nothing was changed.";

    SetupStep(Wiring wiring, BuildRunnerContext context, StepLog log) {
        this.wiring = wiring;
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        StepSettings.mask(context.getRunnerParameters(), log.masking());
        SetupSettings given = StepSettings.required(
                SetupParameters.parse(StepSettings.given(SetupParameters.ALL, context), References.RESOLVED));
        boolean trial = build.isPersonal();
        SetupSettings settings = trial ? given.showing() : given;
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables(), event -> {})) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            SessionEnd.tell(settings.access(), settings.timeout(), wiring.clock(), log);
            begun = "What CloudFormation has begun for stack " + settings.stack() + " goes on there; see its events"
                    + (settings.rules().cancelOnStop() ? ", unless the log says that it was taken back." : ".");
            StackSetup setup =
                    new StackSetup(outside.stacks(), wiring.clock(), wiring.pause(), cancellation, new LogTold());
            return ended(setup.run(settings, () -> template(settings), token(), trial));
        }
    }

    /** A letter first, then letters, digits and hyphens (CloudFormation API reference, ChangeSetName and ClientRequestToken). */
    private String token() {
        return "teamcity-build-" + build.getBuildId() + "-" + UUID.randomUUID();
    }

    private String template(SetupSettings settings) {
        return CheckoutFile.of(context, SetupParameters.TEMPLATE)
                .read(settings.template().orElseThrow(), LARGEST_TEMPLATE);
    }

    private Optional<Problem> ended(SetupResult result) {
        build.addSharedConfigParameter(BuildParameter.SETUP_RESULT, result.end().name());
        result.changeSet().ifPresent(id -> build.addSharedConfigParameter(BuildParameter.SETUP_CHANGE_SET, id));
        result.outputs().forEach((name, value) -> build.addSharedConfigParameter(BuildParameter.ofOutput(name), value));
        if (!result.outputs().isEmpty()) {
            log.line("Outputs, as parameters of the build: "
                    + String.join(
                            ", ",
                            result.outputs().keySet().stream()
                                    .sorted()
                                    .map(BuildParameter::ofOutput)
                                    .toList())
                    + ".");
        }
        if (result.end().problem().isEmpty()) {
            log.line(result.text());
        }
        return result.end().problem().map(kind -> new Problem(kind, result.text()));
    }

    @Override
    public String leftBehind() {
        return begun;
    }

    private final class LogTold implements SetupTold {
        @Override
        public void say(String line) {
            log.line(line);
        }

        @Override
        public void warn(String line) {
            log.line(line, Status.WARNING);
        }
    }
}
