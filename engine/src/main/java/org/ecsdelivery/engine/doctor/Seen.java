package org.ecsdelivery.engine.doctor;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Something that could be looked at, or not.
 *
 * @param value what was seen; empty when nothing may be seen of it
 * @param reason why not
 */
public record Seen<T>(Optional<T> value, String reason) {
    private static final Set<FailureKind> REFUSALS = EnumSet.of(FailureKind.ACCESS_DENIED, FailureKind.AWS_REFUSED);

    /** Returns what was seen. */
    public static <T> Seen<T> of(T value) {
        return new Seen<>(Optional.of(value), "");
    }

    /** Returns that nothing was seen, and why. */
    public static <T> Seen<T> hidden(String reason) {
        return new Seen<>(Optional.empty(), reason);
    }

    /** Looks; a missing permission hides what there is, and so does whatever else AWS refuses the question for. */
    public static <T> Seen<T> look(Supplier<T> look) {
        try {
            return of(look.get());
        } catch (EngineException refused) {
            if (REFUSALS.contains(refused.kind())) {
                return hidden(String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }
}
