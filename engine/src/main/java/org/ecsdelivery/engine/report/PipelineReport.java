package org.ecsdelivery.engine.report;

import org.ecsdelivery.engine.doctor.Checkup;

/** What was found in pipelines, for programs and for people. */
public final class PipelineReport {
    private PipelineReport() {}

    /** Writes it as JSON. */
    public static String json(Checkup checkup) {
        return PipelineJson.of(checkup);
    }

    /** Writes it as one HTML page that needs nothing else. */
    public static String html(Checkup checkup) {
        return PipelinePage.of(checkup);
    }
}
