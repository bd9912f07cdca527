package org.ecsdelivery.engine.envfile.dialect;

/** What a dialect cannot write. */
public final class Inexpressible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    /**
     * Makes it.
     *
     * @param reason why, never the value
     * @param remedy what to do, or empty
     */
    public Inexpressible(String reason, String remedy) {
        super(reason, null, false, false);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Returns why. */
    public String reason() {
        return reason;
    }

    /** Returns what to do, or nothing. */
    public String remedy() {
        return remedy;
    }
}
