package org.ecsdelivery.engine.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** One stack of the contract's template, in memory; what becomes of a request can be scripted. */
public final class InMemoryStacks implements StackApi {
    private static final String ARN = "arn:aws:cloudformation:eu-central-1:123456789012:";

    /** What happens when a change set is carried out: status, resource and reason of each event; a stack by its own name. */
    public record Happening(String resource, String status, String reason) {}

    private final Map<String, ChangeSetState> sets = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> wanted = new HashMap<>();
    private final List<StackNews> events = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<ResourceDrift> drifts = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<List<Happening>> script = Optional.empty();
    private String name = "";
    private String status = "";

    /** Scripts what becomes of the next requests. */
    public InMemoryStacks happening(List<Happening> events) {
        script = Optional.of(List.copyOf(events));
        return this;
    }

    /** Has the stack be in a status already. */
    public InMemoryStacks there(String stack, String inStatus, Map<String, String> parameters) {
        name = stack;
        status = inStatus;
        values.putAll(parameters);
        return this;
    }

    /** Has somebody change a resource by hand. */
    public InMemoryStacks drifted(ResourceDrift drift) {
        drifts.add(drift);
        return this;
    }

    /** Answers the operations that changed something, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<StackState> stack(String nameOrId) {
        boolean known = !status.isEmpty() && (nameOrId.equals(name) || nameOrId.equals(id()));
        Map<String, String> outputs = values.isEmpty() ? Map.of() : Map.of("LogGroup", values.getOrDefault("Name", ""));
        return known ? Optional.of(new StackState(id(), status, "", values.keySet(), outputs)) : Optional.empty();
    }

    private String id() {
        return ARN + "stack/" + name + "/1";
    }

    @Override
    public String plan(Request request) {
        name = request.stack().value();
        String id = ARN + "changeSet/" + request.name() + "/" + (sets.size() + 1);
        Map<String, String> after = new LinkedHashMap<>(values);
        after.keySet().retainAll(request.kept());
        after.putAll(request.parameters());
        after.putIfAbsent("Days", "30");
        if (request.creates()) {
            status = StackState.IN_REVIEW;
        }
        List<StackChange> changes = changes(request.creates(), after);
        String why = "The submitted information didn't contain changes.";
        sets.put(
                id,
                changes.isEmpty()
                        ? new ChangeSetState(id, id(), "FAILED", "UNAVAILABLE", why, changes)
                        : new ChangeSetState(id, id(), "CREATE_COMPLETE", "AVAILABLE", "", changes));
        wanted.put(id, after);
        calls.add("plan");
        return id;
    }

    private List<StackChange> changes(boolean creates, Map<String, String> after) {
        String type = "AWS::Logs::LogGroup";
        if (creates) {
            return List.of(new StackChange("Add", "Log", type, "", "", List.of()));
        }
        if (!after.getOrDefault("Name", "").equals(values.get("Name"))) {
            return List.of(new StackChange("Modify", "Log", type, "True", "ReplaceAndDelete", List.of("LogGroupName")));
        }
        return after.equals(values)
                ? List.of()
                : List.of(new StackChange("Modify", "Log", type, "False", "", List.of("RetentionInDays")));
    }

    @Override
    public Set<String> parametersOf(String template) {
        return Set.of("Name", "Days");
    }

    @Override
    public ChangeSetState changeSet(String id) {
        return Optional.ofNullable(sets.get(id)).orElseThrow(() -> refused("ChangeSet [" + id + "] does not exist"));
    }

    @Override
    public void execute(String changeSetId, String token) {
        ChangeSetState set = changeSet(changeSetId);
        if (!set.execution().equals("AVAILABLE")) {
            throw refused("ChangeSet cannot be executed in its current status");
        }
        sets.replaceAll((id, each) -> new ChangeSetState(
                id,
                each.stackId(),
                each.status(),
                id.equals(changeSetId) ? "EXECUTE_COMPLETE" : "OBSOLETE",
                "",
                each.changes()));
        String verb = status.equals(StackState.IN_REVIEW) ? "CREATE" : "UPDATE";
        calls.add("execute " + token);
        script.orElseGet(() -> List.of(
                        new Happening(name, verb + "_IN_PROGRESS", ""),
                        new Happening("Log", verb + "_IN_PROGRESS", ""),
                        new Happening("Log", verb + "_COMPLETE", ""),
                        new Happening(name, verb + "_COMPLETE", "")))
                .forEach(each -> happen(each, token));
        values.clear();
        values.putAll(wanted.getOrDefault(changeSetId, Map.of()));
    }

    private void happen(Happening happening, String token) {
        boolean ofStack = happening.resource().equals(name);
        if (ofStack) {
            status = happening.status();
        }
        events.add(new StackNews(
                String.valueOf(events.size()),
                Instant.EPOCH,
                happening.resource(),
                ofStack ? id() : "physical-" + happening.resource(),
                ofStack ? "AWS::CloudFormation::Stack" : "AWS::Logs::LogGroup",
                happening.status(),
                happening.reason(),
                token));
    }

    @Override
    public void discard(String changeSetId) {
        calls.add("discard");
        sets.remove(changeSetId);
    }

    @Override
    public void discardReview(String stackId) {
        calls.add("discardReview");
        status = "";
    }

    @Override
    public List<StackNews> events(String stackId, String token) {
        return events.stream().filter(each -> each.token().equals(token)).toList();
    }

    @Override
    public void cancelUpdate(String stackId) {
        if (!status.equals("UPDATE_IN_PROGRESS")) {
            throw refused("CancelUpdateStack cannot be called from current stack status");
        }
        calls.add("cancelUpdate");
    }

    @Override
    public String detectDrift(String stackId) {
        return "detection";
    }

    @Override
    public Optional<String> driftDetected(String detection) {
        return Optional.of("");
    }

    @Override
    public List<ResourceDrift> drifts(String stackId) {
        return List.copyOf(drifts);
    }

    private static EngineException refused(String reported) {
        return new EngineException(FailureKind.AWS_REFUSED, "CloudFormation refuses", reported, "");
    }
}
