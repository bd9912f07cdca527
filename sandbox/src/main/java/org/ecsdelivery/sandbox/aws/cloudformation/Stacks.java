package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecsdelivery.sandbox.aws.cloudformation.ChangeSet.Change;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.InvalidTemplate;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** The stacks of the account. */
public final class Stacks {
    private static final String NO_CHANGES =
            "The submitted information didn't contain changes. Submit different information to create a change set.";
    private static final Set<String> IAM = Set.of("AWS::IAM::Role", "AWS::IAM::InstanceProfile");

    private final Neighbours neighbours;
    private final Simulation simulation;
    private final Kinds kinds;
    private final Map<String, StackRecord> byName = new LinkedHashMap<>();
    private final Map<String, StackRecord> deleted = new LinkedHashMap<>();

    /** Makes an account without stacks. */
    public Stacks(Neighbours neighbours) {
        this.neighbours = neighbours;
        this.simulation = neighbours.simulation();
        this.kinds = new Kinds(neighbours);
    }

    /** Has every attempt to create or change a resource fail for a reason, until it is mended. */
    public void fail(String logicalId, String reason) {
        simulation.change(() -> kinds.fail(logicalId, reason));
    }

    /** Has a resource be created and changed again. */
    public void mend(String logicalId) {
        simulation.change(() -> kinds.mend(logicalId));
    }

    /** Changes a property of a resource outside of its stack, as a person does in the console. */
    public void drift(String stack, String logicalId, String property, String value) {
        simulation.change(() -> Optional.ofNullable(named(stack).resources.get(logicalId))
                        .orElseThrow(() -> new IllegalArgumentException("no resource " + logicalId))
                        .drifted =
                Map.of(property, value));
    }

    /** Answers the status of a stack, as in {@code CREATE_COMPLETE}; empty when there is none of that name. */
    public Optional<String> status(String stack) {
        return simulation.look(() -> Optional.ofNullable(byName.get(stack)).map(each -> each.status));
    }

    /** Answers an output of a stack. */
    public Optional<String> output(String stack, String name) {
        return simulation.look(
                () -> Optional.ofNullable(named(stack).outputs.get(name)).map(String::valueOf));
    }

    /** Answers the physical id of a resource of a stack. */
    public Optional<String> physicalId(String stack, String logicalId) {
        return simulation.look(
                () -> Optional.ofNullable(named(stack).resources.get(logicalId)).map(StackResource::physicalId));
    }

    List<StackRecord> all() {
        return List.copyOf(byName.values());
    }

    /** Finds a stack by name or id; one that was deleted by its id only. */
    StackRecord named(String reference) {
        return Optional.ofNullable(byName.get(reference))
                .or(() -> byName.values().stream()
                        .filter(each -> each.id.equals(reference))
                        .findFirst())
                .or(() -> Optional.ofNullable(deleted.get(reference)))
                .orElseThrow(() -> invalid("Stack with id " + reference + " does not exist"));
    }

    /** What is asked for in a change set. */
    record Wanted(
            String stack,
            String name,
            boolean creates,
            Optional<String> template,
            Map<String, String> parameters,
            Set<String> previous,
            Set<String> capabilities) {}

    ChangeSet plan(Wanted wanted) {
        StackRecord stack = wanted.creates() ? forCreation(wanted) : forUpdate(wanted.stack());
        try {
            Template template = wanted.template()
                    .map(Template::of)
                    .or(() -> stack.template)
                    .orElseThrow(() -> invalid("Either Template URL or Template Body must be specified."));
            DescribedStack described = DescribedStack.of(template, values(stack, wanted), pseudo(stack));
            requireSound(described, wanted.capabilities());
            return planned(stack, wanted.name(), template, described);
        } catch (InvalidTemplate e) {
            throw invalid(e.text());
        }
    }

    private ChangeSet planned(StackRecord stack, String name, Template template, DescribedStack described) {
        List<Change> changes = PlannedChanges.of(stack, described, kinds);
        String id = neighbours.account().arn("cloudformation", "changeSet/" + name + "/" + UUID.randomUUID());
        ChangeSet set = new ChangeSet(id, name, template, described, changes, simulation.now());
        if (stack.changeSets.containsKey(name)) {
            throw AwsError.client("AlreadyExistsException", "ChangeSet " + name + " already exists");
        }
        stack.changeSets.put(name, set);
        byName.put(stack.name, stack);
        set.status = "CREATE_IN_PROGRESS";
        set.executionStatus = "UNAVAILABLE";
        simulation.after(Duration.ofSeconds(2), () -> settle(stack, set));
        return set;
    }

    private static void settle(StackRecord stack, ChangeSet set) {
        boolean sameOutputs = stack.template
                .filter(each -> each.section("Outputs").equals(set.template.section("Outputs")))
                .isPresent();
        if (set.changes.isEmpty() && sameOutputs) {
            set.fail(NO_CHANGES);
        } else {
            set.status = "CREATE_COMPLETE";
            set.executionStatus = "AVAILABLE";
        }
    }

    private StackRecord forCreation(Wanted wanted) {
        StackRecord there = byName.get(wanted.stack());
        if (there != null && !there.status.equals("REVIEW_IN_PROGRESS")) {
            throw invalid("Stack [" + wanted.stack()
                    + "] already exists and cannot be created again with the changeSet [" + wanted.name() + "].");
        }
        return there != null ? there : created(wanted.stack());
    }

    private StackRecord created(String name) {
        String id = neighbours.account().arn("cloudformation", "stack/" + name + "/" + UUID.randomUUID());
        StackRecord stack = new StackRecord(id, name, simulation.now());
        new StackEvents(stack, simulation, "").ofStack("REVIEW_IN_PROGRESS", "User Initiated");
        return stack;
    }

    private StackRecord forUpdate(String name) {
        StackRecord stack = byName.get(name);
        if (stack == null) {
            throw invalid("Stack [" + name + "] does not exist");
        }
        if (stack.status.endsWith("_IN_PROGRESS") || stack.status.equals("ROLLBACK_COMPLETE")) {
            throw invalid("Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.");
        }
        return stack;
    }

    private static Map<String, String> values(StackRecord stack, Wanted wanted) {
        Map<String, String> values = new LinkedHashMap<>(wanted.parameters());
        Map<String, String> before =
                stack.described.map(DescribedStack::parameters).orElse(Map.of());
        wanted.previous().forEach(each -> {
            if (!before.containsKey(each)) {
                throw invalid("Invalid input for parameter key " + each
                        + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
            }
            values.put(each, before.get(each));
        });
        return values;
    }

    private Map<String, String> pseudo(StackRecord stack) {
        return Map.of(
                "AWS::Region",
                neighbours.account().region(),
                "AWS::AccountId",
                neighbours.account().id(),
                "AWS::Partition",
                "aws",
                "AWS::URLSuffix",
                "amazonaws.com",
                "AWS::StackName",
                stack.name,
                "AWS::StackId",
                stack.id);
    }

    private void requireSound(DescribedStack described, Set<String> capabilities) {
        List<String> refusals = described.refusals();
        if (!refusals.isEmpty()) {
            throw invalid(refusals.get(0));
        }
        kinds.require(described);
        boolean iam = described.resources().values().stream().anyMatch(each -> IAM.contains(each.type()));
        if (iam && !capabilities.contains("CAPABILITY_IAM") && !capabilities.contains("CAPABILITY_NAMED_IAM")) {
            throw AwsError.client("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]");
        }
    }

    StackRecord withChangeSet(String id) {
        return byName.values().stream()
                .filter(stack -> stack.changeSets.values().stream().anyMatch(each -> each.id.equals(id)))
                .findFirst()
                .orElseThrow(() -> noChangeSet(id));
    }

    Template validated(String text) {
        try {
            return Template.of(text);
        } catch (InvalidTemplate e) {
            throw invalid(e.text());
        }
    }

    private static AwsError noChangeSet(String reference) {
        return new AwsError("ChangeSetNotFound", 404, "ChangeSet [" + reference + "] does not exist");
    }

    ChangeSet changeSet(StackRecord stack, String reference) {
        return stack.changeSets.values().stream()
                .filter(each -> each.name.equals(reference) || each.id.equals(reference))
                .findFirst()
                .orElseThrow(() -> noChangeSet(reference));
    }

    void execute(StackRecord stack, ChangeSet set, String token) {
        if (!set.executionStatus.equals("AVAILABLE")) {
            throw AwsError.client(
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + set.id + "] cannot be executed in its current status of [" + set.status + "]");
        }
        boolean creates = stack.status.equals("REVIEW_IN_PROGRESS");
        set.executionStatus = "EXECUTE_COMPLETE";
        stack.changeSets.values().stream()
                .filter(each -> each != set)
                .forEach(each -> each.executionStatus = "OBSOLETE");
        StackOperation operation = new StackOperation(stack, kinds, simulation, set.described, creates, token);
        stack.operation = Optional.of(operation);
        stack.template = Optional.of(set.template);
        operation.begin(set.changes);
    }

    void cancel(StackRecord stack) {
        StackOperation operation = stack.operation
                .filter(each -> stack.status.equals("UPDATE_IN_PROGRESS"))
                .orElseThrow(() -> invalid("CancelUpdateStack cannot be called from current stack status"));
        operation.cancel();
    }

    void delete(StackRecord stack, String token) {
        DescribedStack none =
                stack.described.orElseGet(() -> DescribedStack.of(Template.of("Resources: {}"), Map.of()));
        StackOperation operation = new StackOperation(stack, kinds, simulation, none, false, token);
        stack.operation = Optional.of(operation);
        operation.delete(() -> {
            byName.remove(stack.name, stack);
            deleted.put(stack.id, stack);
        });
    }

    /** Compares what a stack has with what it should have. */
    List<StackResource> drifted(StackRecord stack) {
        List<StackResource> drifted = new ArrayList<>(stack.resources.values());
        drifted.removeIf(each -> each.drifted.isEmpty());
        return drifted;
    }

    static AwsError invalid(String message) {
        return AwsError.client("ValidationError", message);
    }
}
