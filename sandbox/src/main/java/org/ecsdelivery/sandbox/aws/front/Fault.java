package org.ecsdelivery.sandbox.aws.front;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One scripted way for a call to go wrong. */
public sealed interface Fault {

    /** Answers the call with an error instead of doing it. */
    record Refused(AwsError error) implements Fault {}

    /** Answers as real AWS does to a caller without the permission; the resource is named when it is known. */
    record Denied(Optional<String> resource) implements Fault {}

    /** Answers as real AWS does to a caller who is too fast. */
    record Throttled() implements Fault {}

    /** Answers as real AWS does to a session token that has expired. */
    record Expired() implements Fault {}

    /** Cuts the connection before an answer. */
    record Dropped() implements Fault {}

    /** Answers 200 with a body that breaks off in the middle. */
    record Malformed() implements Fault {}

    /** Keeps the caller waiting until it is released, then does the call. */
    record Hanging(CountDownLatch gate) implements Fault {
        /** Lets every waiting call go on. */
        public void release() {
            gate.countDown();
        }
    }

    /**
     * Keeps the caller waiting for ever, who has to be ended: the call is lost before it arrives, or only its answer is.
     *
     * @param carriedOut whether the call is carried out before
     * @param reached is counted down once the caller waits
     * @param gate lets the caller's thread go in the end, without an answer
     */
    record Lost(boolean carriedOut, CountDownLatch reached, CountDownLatch gate) implements Fault {}

    /** Makes an error with any code, status and message. */
    static Fault error(String code, int status, String message) {
        return new Refused(new AwsError(code, status, message));
    }

    /** Makes the throttling error. */
    static Fault throttled() {
        return new Throttled();
    }

    /** Makes a server error with the given status, as in 500 or 503. */
    static Fault server(int status) {
        String code = status == 503 ? "ServiceUnavailable" : "InternalFailure";
        return error(code, status, "The request processing has failed because of an unknown error.");
    }

    /** Makes the error of an expired session token. */
    static Fault expiredToken() {
        return new Expired();
    }

    /** Makes the error of a missing permission, in the form that names no resource. */
    static Fault denied() {
        return new Denied(Optional.empty());
    }

    /** Makes the error of a missing permission on a resource, named by its ARN. */
    static Fault denied(String resourceArn) {
        return new Denied(Optional.of(resourceArn));
    }

    /** Makes a connection that is cut before an answer. */
    static Fault dropped() {
        return new Dropped();
    }

    /** Makes an answer that breaks off in the middle. */
    static Fault malformed() {
        return new Malformed();
    }

    /** Makes a call hang until {@link Hanging#release()}. */
    static Hanging hanging() {
        return new Hanging(new CountDownLatch(1));
    }
}
