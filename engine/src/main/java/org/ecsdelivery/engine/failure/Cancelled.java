package org.ecsdelivery.engine.failure;

/** The work was asked to end; no failure of the work itself. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the end of a cancelled piece of work. */
    public Cancelled(String reason) {
        super(reason);
    }
}
