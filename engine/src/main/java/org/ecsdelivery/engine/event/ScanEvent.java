package org.ecsdelivery.engine.event;

import java.time.Duration;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the wait for a scan tells. */
public sealed interface ScanEvent extends EngineEvent {

    /**
     * Nobody had begun to scan the image, and now somebody was asked to.
     *
     * @param image the image, with its platform where it has several
     * @param how what came of it, a sentence
     */
    record ScanAsked(String image, String how) implements ScanEvent {}

    /**
     * The scan is somewhere; told on every change.
     *
     * @param image the image, with its platform where it has several
     * @param status ECR's own word
     * @param reported what ECR says to it, or empty
     */
    record ScanSeen(String image, String status, String reported) implements ScanEvent {}

    /**
     * A look failed for a reason that should pass.
     *
     * @param failure why
     * @param untilNext how long until the next look
     */
    record LookFailed(TransientFailure failure, Duration untilNext) implements ScanEvent {}

    /**
     * The findings of an image are there.
     *
     * @param image the image, with its platform where it has several
     * @param findings how many there are
     * @param took how long the wait was
     */
    record Scanned(String image, int findings, Duration took) implements ScanEvent {}
}
