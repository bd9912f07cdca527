package org.ecsdelivery.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.StackName;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;

/** What the setup step expects of CloudFormation, in the fake and in the real adapter. */
public abstract class StackApiContract {
    /** A template with one log group, whose name and retention are parameters. */
    protected static final String TEMPLATE = """
            Parameters:
              Name: {Type: String}
              Days: {Type: Number, Default: 30}
            Resources:
              Log:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !Ref Name, RetentionInDays: !Ref Days}
            Outputs:
              LogGroup: {Value: !Ref Name}
            """;

    private static final StackName STACK = new StackName("logs");

    /** Returns the port under test, with no stack in it. */
    protected abstract StackApi stacks();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    @Test
    void knowsNoStackThatIsNotThere() {
        assertThat(stacks().stack("logs")).isEmpty();
    }

    @Test
    void tellsTheParametersOfATemplate() {
        assertThat(stacks().parametersOf(TEMPLATE)).containsExactlyInAnyOrder("Name", "Days");
    }

    @Test
    void showsWhatWouldBeCreatedAndCreatesNothing() {
        ChangeSetState set = planned(true, "one", Map.of("Name", "/ecs/a"), Set.of());

        assertThat(set.changes())
                .containsExactly(new StackChange("Add", "Log", "AWS::Logs::LogGroup", "", "", List.of()));
        assertThat(set.execution()).isEqualTo("AVAILABLE");
        assertThat(stacks().stack("logs")).hasValueSatisfying(stack -> {
            assertThat(stack.inReview()).isTrue();
            assertThat(stack.id()).isEqualTo(set.stackId());
        });
    }

    @Test
    void leavesNothingOfAStackThatWasOnlyLookedAt() {
        ChangeSetState set = planned(true, "one", Map.of("Name", "/ecs/a"), Set.of());

        stacks().discard(set.id());
        stacks().discardReview(set.stackId());
        pass(Duration.ofSeconds(30));

        assertThat(stacks().stack("logs")).isEmpty();
        assertThatThrownBy(() -> stacks().changeSet(set.id())).isInstanceOf(EngineException.class);
    }

    @Test
    void tellsTheEventsOfARequestInTheirOrder() {
        ChangeSetState set = created();

        List<StackNews> events = stacks().events(set.stackId(), "first");

        assertThat(events)
                .extracting(each -> each.resource() + " " + each.status())
                .startsWith("logs CREATE_IN_PROGRESS", "Log CREATE_IN_PROGRESS")
                .endsWith("Log CREATE_COMPLETE", "logs CREATE_COMPLETE");
        assertThat(events).allSatisfy(each -> assertThat(each.token()).isEqualTo("first"));
        assertThat(events.get(0).physicalId()).isEqualTo(set.stackId());
        assertThat(stacks().events(set.stackId(), "another")).isEmpty();
    }

    @Test
    void tellsOutputsAndTheNamesOfParameters() {
        created();

        assertThat(stacks().stack("logs")).hasValueSatisfying(stack -> {
            assertThat(stack.status()).isEqualTo("CREATE_COMPLETE");
            assertThat(stack.outputs()).isEqualTo(Map.of("LogGroup", "/ecs/a"));
            assertThat(stack.parameters()).contains("Name");
        });
    }

    @Test
    void saysWhenNothingWouldChange() {
        created();

        ChangeSetState set = planned(false, "two", Map.of(), Set.of("Name", "Days"));

        assertThat(set.changesNothing()).isTrue();
    }

    @Test
    void tellsAReplacementFromAChangeAndThatDataGoes() {
        created();

        assertThat(planned(false, "days", Map.of("Days", "7"), Set.of("Name")).changes())
                .containsExactly(new StackChange(
                        "Modify", "Log", "AWS::Logs::LogGroup", "False", "", List.of("RetentionInDays")));
        assertThat(planned(false, "name", Map.of("Name", "/ecs/b"), Set.of("Days"))
                        .changes())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.replacement()).isEqualTo("True");
                    assertThat(each.losesData()).isTrue();
                });
    }

    @Test
    void carriesOutOneChangeSetAndNoOtherMadeBefore() {
        created();
        ChangeSetState other = planned(false, "other", Map.of("Days", "3"), Set.of("Name"));
        ChangeSetState chosen = planned(false, "chosen", Map.of("Days", "7"), Set.of("Name"));

        stacks().execute(chosen.id(), "second");
        pass(Duration.ofMinutes(1));

        assertThat(stacks().stack("logs")).map(StackState::status).contains("UPDATE_COMPLETE");
        assertThat(stacks().changeSet(other.id()).execution()).isEqualTo("OBSOLETE");
        assertThatThrownBy(() -> stacks().execute(other.id(), "third")).isInstanceOf(EngineException.class);
    }

    @Test
    void cancelsNothingThatIsNotUnderWay() {
        ChangeSetState set = created();

        assertThatThrownBy(() -> stacks().cancelUpdate(set.stackId()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("CancelUpdateStack cannot be called from current stack status");
    }

    @Test
    void seesNoDriftWhereThereIsNone() {
        ChangeSetState set = created();

        String detection = stacks().detectDrift(set.stackId());
        pass(Duration.ofSeconds(30));

        assertThat(stacks().driftDetected(detection)).contains("");
        assertThat(stacks().drifts(set.stackId())).isEmpty();
    }

    private ChangeSetState created() {
        ChangeSetState set = planned(true, "one", Map.of("Name", "/ecs/a"), Set.of());
        stacks().execute(set.id(), "first");
        pass(Duration.ofMinutes(1));
        return set;
    }

    private ChangeSetState planned(boolean creates, String name, Map<String, String> parameters, Set<String> kept) {
        String id = stacks().plan(new StackApi.Request(
                STACK, creates, name, TEMPLATE, parameters, kept, false, Optional.empty()));
        pass(Duration.ofSeconds(5));
        return stacks().changeSet(id);
    }
}
