package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Gathers what stands against a deployment, so that all of it can be put right at once, and what could not be looked at. */
final class Checks {
    /** What the user can put right; after anything else the checks that are left would only fail likewise. */
    private static final Set<FailureKind> REFUSALS = EnumSet.of(
            FailureKind.SERVICE_UNSUITABLE,
            FailureKind.CONTAINER_NOT_FOUND,
            FailureKind.IMAGE_NOT_FOUND,
            FailureKind.OTHER_REGISTRY,
            FailureKind.LOG_GROUP_MISSING,
            FailureKind.PIPELINE_UNSOUND);

    private final List<EngineException> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Returns what a check finds; nothing when it refuses. */
    <T> Optional<T> finding(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (EngineException refusal) {
            if (!REFUSALS.contains(refusal.kind())) {
                throw refusal;
            }
            refusals.add(refusal);
            return Optional.empty();
        }
    }

    /** Makes a check that refuses, or not. */
    void pass(Runnable check) {
        finding(() -> {
            check.run();
            return true;
        });
    }

    /** Makes a check that a permission may be missing for; the deployment needs none of it. */
    void look(String loss, Runnable check) {
        try {
            pass(check);
        } catch (AccessDenied denied) {
            note(loss + ": " + denied.getMessage());
        }
    }

    /** Makes a check that only ever warns; that it cannot be made is a warning too, since the deployment needs none of it. */
    void advise(String loss, Supplier<Optional<String>> check) {
        try {
            check.get().ifPresent(warnings::add);
        } catch (EngineException unseen) {
            warnings.add(loss + ": " + unseen.getMessage());
        }
    }

    void warn(String text) {
        warnings.add(text);
    }

    void note(String text) {
        notes.add(text);
    }

    /** Returns what could not be looked at. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Returns what there is to fear, and what else could not be looked at. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    boolean refuse() {
        return !refusals.isEmpty();
    }

    /**
     * Refuses the deployment with everything that stands against it.
     *
     * @throws EngineException when there is anything
     */
    void require() {
        if (refusals.size() == 1) {
            throw refusals.get(0);
        }
        if (refuse()) {
            throw new EngineException(
                    refusals.get(0).kind(),
                    refusals.size() + " things stand against the deployment",
                    IntStream.range(0, refusals.size())
                            .mapToObj(each ->
                                    "(" + (each + 1) + ") " + refusals.get(each).getMessage())
                            .collect(Collectors.joining(" ")),
                    "");
        }
    }
}
