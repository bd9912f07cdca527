package org.ecsdelivery.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.SetupSettings;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.stack.InMemoryStacks.Happening;
import org.ecsdelivery.engine.stack.SetupResult.End;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class StackSetupTest {
    private static final Map<String, String> OLD = Map.of("Name", "/ecs/a", "Days", "30");

    private final VirtualTime time = new VirtualTime();
    private final Cancellation cancellation = new Cancellation();
    private final InMemoryStacks stacks = new InMemoryStacks();
    private final List<String> said = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private boolean trial;

    @Test
    void createsAStackAndAnswersItsOutputs() {
        SetupResult result = setUp("setup.parameters", "Name=/ecs/a");

        assertThat(result.end()).isEqualTo(End.APPLIED);
        assertThat(result.outputs()).containsEntry("LogGroup", "/ecs/a");
        assertThat(said)
                .contains(
                        "change  resource  type                 properties",
                        "create  Log       AWS::Logs::LogGroup",
                        "CREATE_COMPLETE  Log  AWS::Logs::LogGroup");
        assertThat(stacks.calls()).containsExactly("plan", "execute build-1");
    }

    @Test
    void namesParametersAndNeverShowsTheirValues() {
        setUp("setup.parameters", "Name=/ecs/canary-value");

        assertThat(String.join("\n", said) + String.join("\n", warned)).doesNotContain("canary-value");
    }

    @Test
    void leavesAStackAloneThatIsWhatTheTemplateSays() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);

        SetupResult result = setUp();

        assertThat(result.end()).isEqualTo(End.UNCHANGED);
        assertThat(result.outputs()).containsEntry("LogGroup", "/ecs/a");
        assertThat(stacks.calls()).containsExactly("plan", "discard");
    }

    @Test
    void keepsValuesThatAreNotGiven() {
        stacks.there("logs", "UPDATE_ROLLBACK_COMPLETE", OLD);

        assertThat(setUp("setup.parameters", "Days=7").end()).isEqualTo(End.APPLIED);
        assertThat(stacks.stack("logs").orElseThrow().outputs()).containsEntry("LogGroup", "/ecs/a");
    }

    @Test
    void showsAndKeepsWhatSomebodyShallDecide() {
        SetupResult result = setUp("setup.parameters", "Name=/ecs/a", "setup.apply", "SHOW");

        assertThat(result.end()).isEqualTo(End.SHOWN);
        assertThat(result.changeSet()).isPresent();
        assertThat(result.text())
                .contains("run the step with setup.changeSet "
                        + result.changeSet().orElseThrow());
        assertThat(stacks.calls()).containsExactly("plan");
    }

    @Test
    void carriesOutJustWhatWasShown() {
        String shown = setUp("setup.parameters", "Name=/ecs/a", "setup.apply", "SHOW")
                .changeSet()
                .orElseThrow();

        SetupResult result = setUp("setup.template", "", "setup.changeSet", shown);

        assertThat(result.end()).isEqualTo(End.APPLIED);
        assertThat(stacks.calls()).containsExactly("plan", "execute build-1");
        assertThatThrownBy(() -> setUp("setup.template", "", "setup.changeSet", shown))
                .hasMessageContaining("It was carried out already, or the stack was changed since");
    }

    @Test
    void refusesTheChangeSetOfAnotherStack() {
        String shown = setUp("setup.parameters", "Name=/ecs/a", "setup.apply", "SHOW")
                .changeSet()
                .orElseThrow();

        assertThatThrownBy(() -> setUp("setup.template", "", "setup.changeSet", shown, "setup.stack", "others"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("not of stack others");
    }

    @Test
    void leavesReplacementsToADecision() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);

        SetupResult result = setUp("setup.parameters", "Name=/ecs/b", "setup.deleteData", "true");

        assertThat(result.end()).isEqualTo(End.UNDECIDED);
        assertThat(result.text()).contains("something would be replaced or deleted");
        assertThat(setUp("setup.parameters", "Name=/ecs/b", "setup.deleteData", "true", "setup.apply", "ALL")
                        .end())
                .isEqualTo(End.APPLIED);
    }

    @Test
    void deletesNoDataWithoutBeingTold() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);

        SetupResult result = setUp("setup.parameters", "Name=/ecs/b", "setup.apply", "ALL");

        assertThat(result.end()).isEqualTo(End.UNDECIDED);
        assertThat(result.text()).contains("would delete data of Log").contains("setup.deleteData");
        assertThat(warned).contains("Data would be lost: replace Log (AWS::Logs::LogGroup).");
        assertThat(stacks.calls()).containsExactly("plan", "discard");
    }

    @Test
    void deletesNoDataForAnApprovedChangeSetEither() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);
        String shown = setUp("setup.parameters", "Name=/ecs/b", "setup.apply", "SHOW")
                .changeSet()
                .orElseThrow();

        assertThat(setUp("setup.template", "", "setup.changeSet", shown, "setup.apply", "ALL")
                        .text())
                .contains("would delete data of Log");
    }

    @Test
    void leavesNothingBehindWhenItOnlyTries() {
        trial = true;

        SetupResult result = setUp("setup.parameters", "Name=/ecs/a", "setup.apply", "ALL");

        assertThat(result.end()).isEqualTo(End.SHOWN);
        assertThat(stacks.calls()).containsExactly("plan", "discard", "discardReview");
    }

    @Test
    void handsOnWhatTheStackHasAlreadyWhereItOnlyTries() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);
        trial = true;

        assertThat(setUp("setup.parameters", "Days=7").outputs()).containsEntry("LogGroup", "/ecs/a");
    }

    @Test
    void handsOnWhatTheStackHasAlreadyWhereSomebodyShallDecide() {
        stacks.there("logs", "CREATE_COMPLETE", OLD);

        assertThat(setUp("setup.parameters", "Days=7", "setup.apply", "SHOW").outputs())
                .containsEntry("LogGroup", "/ecs/a");
    }

    @Test
    void namesTheFirstFailureAndNotThoseThatFollowFromIt() {
        stacks.happening(List.of(
                new Happening("logs", "CREATE_IN_PROGRESS", ""),
                new Happening("Topic", "CREATE_FAILED", "not authorized to perform: SNS:CreateTopic"),
                new Happening("Log", "CREATE_FAILED", "Resource creation cancelled"),
                new Happening(
                        "logs", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Topic, Log]."),
                new Happening("logs", "ROLLBACK_COMPLETE", "")));

        SetupResult result = setUp("setup.parameters", "Name=/ecs/a");

        assertThat(result.end()).isEqualTo(End.FAILED);
        assertThat(result.text())
                .isEqualTo(
                        "Stack logs could not be set up: Topic (AWS::Logs::LogGroup) is CREATE_FAILED: not authorized to"
                                + " perform: SNS:CreateTopic Stack logs is ROLLBACK_COMPLETE. Nothing of it is left; delete the"
                                + " stack before you run the build again.");
        assertThat(warned).anyMatch(each -> each.startsWith("CREATE_FAILED  Topic"));
    }

    @Test
    void goesNoFurtherWhereCloudFormationDoesNot() {
        stacks.there("logs", "ROLLBACK_COMPLETE", OLD);
        assertThatThrownBy(this::setUp).hasMessageContaining("aws cloudformation delete-stack --stack-name logs");

        stacks.there("logs", "UPDATE_IN_PROGRESS", OLD);
        assertThatThrownBy(this::setUp).hasMessageContaining("an operation is under way");

        stacks.there("logs", "UPDATE_ROLLBACK_FAILED", OLD);
        assertThatThrownBy(this::setUp).hasMessageContaining("continue-update-rollback");

        stacks.there("logs", "DELETE_FAILED", OLD);
        assertThatThrownBy(this::setUp).hasMessageContaining("Delete the rest");
        assertThat(stacks.calls()).isEmpty();
    }

    @Test
    void saysWhatSomebodyChangedByHand() {
        stacks.there("logs", "CREATE_COMPLETE", OLD)
                .drifted(new ResourceDrift(
                        "Log",
                        "AWS::Logs::LogGroup",
                        "MODIFIED",
                        List.of(new ResourceDrift.Difference("/RetentionInDays", "30", "1"))));

        setUp("setup.detectDrift", "true");

        assertThat(warned)
                .containsExactly("Drift: Log (AWS::Logs::LogGroup) was changed outside of the stack:"
                        + " /RetentionInDays is 1, not 30.");
    }

    @Test
    void takesAnUpdateBackWhenTheBuildIsStopped() {
        stacks.there("logs", "CREATE_COMPLETE", OLD)
                .happening(List.of(new Happening("logs", "UPDATE_IN_PROGRESS", "")));
        time.at(Duration.ofSeconds(10), () -> cancellation.cancel("the build was stopped"));

        assertThatThrownBy(() -> setUp("setup.parameters", "Days=7", "setup.cancelOnStop", "true"))
                .isInstanceOf(Cancelled.class);

        assertThat(stacks.calls()).endsWith("cancelUpdate");
    }

    @Test
    void leavesAnUpdateAloneThatNobodyAskedToTakeBack() {
        stacks.there("logs", "CREATE_COMPLETE", OLD)
                .happening(List.of(new Happening("logs", "UPDATE_IN_PROGRESS", "")));

        SetupResult result = setUp("setup.parameters", "Days=7", "setup.timeoutMinutes", "2");

        assertThat(result.end()).isEqualTo(End.TIMED_OUT);
        assertThat(result.text()).contains("within 2 minutes").contains("It goes on in CloudFormation");
        assertThat(stacks.calls()).doesNotContain("cancelUpdate");
    }

    private SetupResult setUp(String... namesAndValues) {
        Map<String, String> given = new HashMap<>(Map.of("setup.stack", "logs", "setup.template", "logs.yaml"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        Parsed<SetupSettings> parsed = SetupParameters.parse(given, References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        SetupSettings settings = ((Parsed.Valid<SetupSettings>) parsed).settings();
        return new StackSetup(stacks, time, time, cancellation, new Ears())
                .run(settings, () -> StackApiContract.TEMPLATE, "build-1", trial);
    }

    private final class Ears implements SetupTold {
        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public void warn(String line) {
            warned.add(line);
        }
    }

    @Test
    void knowsDataByItsType() {
        assertThat(change("AWS::ECR::Repository", "Remove", "", "Delete").losesData())
                .isTrue();
        assertThat(change("AWS::ECR::Repository", "Remove", "", "Retain").losesData())
                .isFalse();
        assertThat(change("AWS::RDS::DBInstance", "Modify", "Conditional", "").losesData())
                .isTrue();
        assertThat(change("AWS::RDS::DBInstance", "Modify", "True", "ReplaceAndSnapshot")
                        .losesData())
                .isFalse();
        assertThat(change("AWS::ECS::Service", "Remove", "", "Delete").losesData())
                .isFalse();
        assertThat(change("AWS::S3::Bucket", "Modify", "False", "").losesData()).isFalse();
    }

    private static StackChange change(String type, String action, String replacement, String policy) {
        return new StackChange(action, "Thing", type, replacement, policy, List.of());
    }

    @Test
    void asksNobodyForATemplateThatTheChangeSetHolds() {
        assertThat(SetupParameters.parse(Map.of("setup.stack", "logs"), References.RESOLVED)
                        .invalidParameters())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.problem()).isEqualTo("neither a template nor a change set is given"));
        assertThat(Optional.of(End.UNDECIDED).flatMap(End::problem)).isPresent();
    }
}
