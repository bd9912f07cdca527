package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecsdelivery.sandbox.aws.cloudformation.ChangeSet.Change;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** One creation or update of a stack, as it goes on in the simulated world, and its way back. */
final class StackOperation {
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final StackRecord stack;
    private final Kinds kinds;
    private final Simulation simulation;
    private final StackEvents events;
    private final DescribedStack wanted;
    private final boolean creates;
    private final Set<String> pending = new LinkedHashSet<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    /** What was before, of the resources that were changed. */
    private final Map<String, Former> former = new LinkedHashMap<>();
    /** Resources that others took the place of, to be deleted in the end. */
    private final List<StackResource> leftOver = new ArrayList<>();

    private final List<String> added = new ArrayList<>();
    private boolean failed;

    private record Former(Map<String, Object> properties, Optional<Physical> physical) {}

    StackOperation(
            StackRecord stack,
            Kinds kinds,
            Simulation simulation,
            DescribedStack wanted,
            boolean creates,
            String token) {
        this.stack = stack;
        this.kinds = kinds;
        this.simulation = simulation;
        this.wanted = wanted;
        this.creates = creates;
        this.events = new StackEvents(stack, simulation, token);
    }

    void begin(List<Change> changes) {
        changes.forEach(each -> (each.action().equals("Remove") ? removed : pending).add(each.id()));
        events.ofStack(verb() + "_IN_PROGRESS", "User Initiated");
        advance();
    }

    /** Has an update go back. */
    void cancel() {
        if (!failed) {
            goBack("Stack update cancelled");
        }
    }

    private String verb() {
        return creates ? "CREATE" : "UPDATE";
    }

    private void advance() {
        if (failed) {
            return;
        }
        List<String> ready = pending.stream()
                .filter(id ->
                        wanted.needs(id).stream().noneMatch(each -> pending.contains(each) || underWay.contains(each)))
                .toList();
        ready.forEach(this::begin);
        if (pending.isEmpty() && underWay.isEmpty()) {
            finish();
        }
    }

    private void begin(String id) {
        pending.remove(id);
        underWay.add(id);
        StackResource resource = stack.resources.get(id);
        if (resource == null) {
            DescribedStack.Resource described = wanted.resource(id, stack);
            resource = new StackResource(id, described.type(), described.deletionPolicy(), described.properties());
            stack.resources.put(id, resource);
            added.add(id);
        }
        events.of(resource, (added.contains(id) ? "CREATE" : "UPDATE") + "_IN_PROGRESS", "");
        simulation.after(STEP, () -> attempt(id, () -> work(id)));
    }

    private void work(String id) {
        kinds.strike(id);
        StackResource resource = resource(id);
        Map<String, Object> properties = wanted.resource(id, stack).properties();
        ResourceKind kind = kinds.of(resource);
        if (added.contains(id)) {
            resource.physical = Optional.of(kind.create(nameOf(id), properties));
            events.of(resource, "CREATE_IN_PROGRESS", "Resource creation Initiated");
        } else {
            former.put(id, new Former(resource.properties, resource.physical));
            modify(resource, kind, properties);
        }
        resource.properties = properties;
        simulation.after(STEP, () -> look(id));
    }

    private void modify(StackResource resource, ResourceKind kind, Map<String, Object> properties) {
        boolean replaces = kind.fixed().stream()
                .anyMatch(each -> !Objects.equals(resource.properties.get(each), properties.get(each)));
        if (replaces) {
            StackResource old =
                    new StackResource(resource.id, resource.type, resource.deletionPolicy, resource.properties);
            old.physical = resource.physical;
            leftOver.add(old);
            events.of(
                    resource,
                    "UPDATE_IN_PROGRESS",
                    "Requested update requires the creation of a new physical resource; hence creating one.");
            resource.physical = Optional.of(kind.create(nameOf(resource.id), properties));
        } else {
            resource.physical = resource.physical.map(each -> kind.change(each, properties));
        }
    }

    private void look(String id) {
        attempt(id, () -> {
            StackResource resource = resource(id);
            if (kinds.of(resource).progress(resource.physical.orElseThrow()) == ResourceKind.Progress.UNDER_WAY) {
                simulation.after(LOOK, () -> look(id));
                return;
            }
            underWay.remove(id);
            resource.drifted = Map.of();
            events.of(resource, (added.contains(id) ? "CREATE" : "UPDATE") + "_COMPLETE", "");
            advance();
        });
    }

    private void attempt(String id, Runnable work) {
        if (failed || !underWay.contains(id)) {
            return;
        }
        try {
            work.run();
        } catch (AwsError e) {
            String verb = added.contains(id) ? "CREATE" : "UPDATE";
            underWay.remove(id);
            events.of(resource(id), verb + "_FAILED", handlerSaid(e));
            List<String> broken = new ArrayList<>(List.of(id));
            broken.addAll(underWay);
            goBack("The following resource(s) failed to " + verb.toLowerCase(Locale.ROOT) + ": ["
                    + String.join(", ", broken) + "]. ");
        }
    }

    private static String handlerSaid(AwsError error) {
        return "Resource handler returned message: \"" + error.text() + "\" (RequestToken: " + UUID.randomUUID()
                + ", HandlerErrorCode: " + error.code() + ")";
    }

    private void finish() {
        stack.outputs = wanted.outputs(stack);
        stack.described = Optional.of(wanted);
        if (creates) {
            end("CREATE_COMPLETE");
            return;
        }
        events.ofStack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
        List<StackResource> going = new ArrayList<>(leftOver);
        removed.forEach(id -> going.add(resource(id)));
        Collections.reverse(going);
        deleteAll(going, () -> end("UPDATE_COMPLETE"));
    }

    private void goBack(String reason) {
        failed = true;
        underWay.forEach(id -> events.of(
                resource(id),
                (added.contains(id) ? "CREATE" : "UPDATE") + "_FAILED",
                "Resource " + (added.contains(id) ? "creation" : "update") + " cancelled"));
        String prefix = creates ? "ROLLBACK" : "UPDATE_ROLLBACK";
        events.ofStack(prefix + "_IN_PROGRESS", reason + (creates ? "Rollback requested by user." : ""));
        simulation.after(STEP, () -> {
            former.forEach(this::restore);
            List<StackResource> going = new ArrayList<>();
            added.forEach(id -> going.add(resource(id)));
            Collections.reverse(going);
            if (!creates) {
                events.ofStack("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "");
            }
            deleteAll(going, () -> end(prefix + "_COMPLETE"));
        });
    }

    private void restore(String id, Former before) {
        StackResource resource = resource(id);
        events.of(resource, "UPDATE_IN_PROGRESS", "");
        boolean replaced =
                !resource.physical.map(Physical::id).equals(before.physical().map(Physical::id));
        if (replaced) {
            resource.physical.ifPresent(each -> kinds.of(resource).delete(each));
            resource.physical = before.physical();
        } else {
            before.physical().ifPresent(each -> kinds.of(resource).change(each, before.properties()));
        }
        resource.properties = before.properties();
        events.of(resource, "UPDATE_COMPLETE", "");
    }

    /** Deletes one resource after the other; what is retained is left where it is. */
    private void deleteAll(List<StackResource> going, Runnable then) {
        if (going.isEmpty()) {
            then.run();
            return;
        }
        StackResource next = going.get(0);
        if (next.physical.isPresent() && stays(next)) {
            events.of(next, "DELETE_SKIPPED", "");
        } else {
            events.of(next, "DELETE_IN_PROGRESS", "");
            next.physical.ifPresent(kinds.of(next)::delete);
            events.of(next, "DELETE_COMPLETE", "");
        }
        stack.resources.remove(next.id, next);
        simulation.after(STEP, () -> deleteAll(going.subList(1, going.size()), then));
    }

    private boolean stays(StackResource resource) {
        boolean ofThisOperation = added.contains(resource.id);
        return resource.deletionPolicy.equals("Retain")
                || resource.deletionPolicy.equals("RetainExceptOnCreate") && !ofThisOperation;
    }

    /** Deletes the stack with all it has. */
    void delete(Runnable then) {
        failed = true;
        events.ofStack("DELETE_IN_PROGRESS", "User Initiated");
        List<StackResource> going = new ArrayList<>(stack.resources.values());
        Collections.reverse(going);
        deleteAll(going, () -> {
            end("DELETE_COMPLETE");
            then.run();
        });
    }

    private void end(String status) {
        events.ofStack(status, "");
        stack.operation = Optional.empty();
        stack.updatedAt = Optional.of(simulation.now());
        stack.driftStatus = "NOT_CHECKED";
    }

    private StackResource resource(String id) {
        return Optional.ofNullable(stack.resources.get(id)).orElseThrow();
    }

    private String nameOf(String id) {
        String random = Integer.toHexString((stack.id + id + stack.events.size()).hashCode());
        return stack.name + "-" + id + "-" + random;
    }
}
