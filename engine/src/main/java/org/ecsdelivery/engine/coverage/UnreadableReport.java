package org.ecsdelivery.engine.coverage;

import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** A coverage report cannot be read; a sink may have taken files of it before the fault. */
public final class UnreadableReport extends EngineException {
    private static final long serialVersionUID = 1L;

    private final String report;
    private final String where;

    /**
     * Makes the failure.
     *
     * @param report the path of the report
     * @param where the place in it, such as {@code line 12}; empty when there is none
     * @param problem what is wrong there; without a full stop
     * @param remedy what to do, a full sentence
     */
    public UnreadableReport(String report, String where, String problem, String remedy, @Nullable Throwable cause) {
        super(
                FailureKind.COVERAGE_UNREADABLE,
                "The coverage report " + report + " cannot be read" + (where.isEmpty() ? "" : " at " + where),
                problem,
                remedy,
                cause);
        this.report = report;
        this.where = where;
    }

    /** Returns the path of the report. */
    public String report() {
        return report;
    }

    /** Returns the place in the report, empty when there is none. */
    public String where() {
        return where;
    }
}
