package org.ecsdelivery.engine.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that a user can act on: what happened to which thing, the cause as reported, what to do. Never holds a secret. */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String fact;
    private final String reported;
    private final String remedy;

    /**
     * Makes a failure.
     *
     * @param kind what a build problem tells apart
     * @param fact what happened, to which thing, with names and values; without a full stop
     * @param reported the cause as it was reported, or empty
     * @param remedy what to do, in the user's own option names; a full sentence, or empty
     * @param cause the exception behind it
     */
    public EngineException(FailureKind kind, String fact, String reported, String remedy, @Nullable Throwable cause) {
        super(sentence(fact, reported, remedy), cause);
        this.kind = kind;
        this.fact = fact;
        this.reported = reported;
        this.remedy = remedy;
    }

    /** Makes a failure with nothing behind it. */
    public EngineException(FailureKind kind, String fact, String reported, String remedy) {
        this(kind, fact, reported, remedy, null);
    }

    /** Returns what a build problem tells apart. */
    public FailureKind kind() {
        return kind;
    }

    /** Returns what happened. */
    public String fact() {
        return fact;
    }

    /** Returns the cause as it was reported. */
    public Optional<String> reported() {
        return reported.isEmpty() ? Optional.empty() : Optional.of(reported);
    }

    /** Returns what to do. */
    public Optional<String> remedy() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }

    private static String sentence(String fact, String reported, String remedy) {
        String start = reported.isEmpty() ? fact + "." : fact + ": " + ended(reported);
        return remedy.isEmpty() ? start : start + " " + remedy;
    }

    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("!") ? text : text + ".";
    }
}
