package org.ecsdelivery.sandbox.aws.logs;

import org.ecsdelivery.sandbox.aws.front.AwsCall;

/**
 * The time a caller wants to see.
 *
 * @param fromMillis the first instant, in milliseconds since 1970
 * @param toMillis the first instant after it, in milliseconds since 1970
 */
record TimeWindow(long fromMillis, long toMillis) {

    static TimeWindow of(AwsCall call) {
        return new TimeWindow(
                call.body().path("startTime").asLong(Long.MIN_VALUE),
                call.body().path("endTime").asLong(Long.MAX_VALUE));
    }

    boolean includes(LogEvent event) {
        long at = event.at().toEpochMilli();
        return at >= fromMillis && at < toMillis;
    }
}
