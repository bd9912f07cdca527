package org.ecsdelivery.engine.coverage;

/** A report goes beyond the {@link Limits}; whoever reads it adds where. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Makes the failure.
     *
     * @param fact what is too much, with numbers; without a full stop
     * @param remedy what to do, a full sentence
     */
    public LimitExceeded(String fact, String remedy) {
        super(fact);
        this.remedy = remedy;
    }

    /** Returns what is too much. */
    public String fact() {
        return String.valueOf(getMessage());
    }

    /** Returns what to do. */
    public String remedy() {
        return remedy;
    }
}
