package org.ecsdelivery.common.parameter;

import java.util.List;

/**
 * What became of a map of parameters: settings, all the problems at once, or settings that cannot be known yet.
 *
 * @param <S> the settings
 */
public sealed interface Parsed<S> {

    /**
     * Every parameter is in order.
     *
     * @param settings the typed settings
     * @param <S> the settings
     */
    record Valid<S>(S settings) implements Parsed<S> {}

    /**
     * At least one parameter is not.
     *
     * @param problems every problem found
     * @param <S> the settings
     */
    record Invalid<S>(List<InvalidParameter> problems) implements Parsed<S> {
        /** Copies the problems. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing is wrong so far, but some values are references that only a build resolves.
     *
     * @param references the names of the parameters that hold references
     * @param <S> the settings
     */
    record Deferred<S>(List<String> references) implements Parsed<S> {
        /** Copies the names. */
        public Deferred {
            references = List.copyOf(references);
        }
    }

    /** Returns the problems; none when the parameters are in order or cannot be judged yet. */
    default List<InvalidParameter> invalidParameters() {
        return this instanceof Invalid<S> invalid ? invalid.problems() : List.of();
    }
}
