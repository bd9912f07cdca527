package org.ecsdelivery.sandbox.aws.logs;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/**
 * What GetLogEvents gives at once, and where to go on in both directions.
 *
 * <p>At the end a caller gets the token he came with, which is how AWS says that there is no more.
 *
 * @param events the lines, oldest first
 * @param backward the token for the lines before
 * @param forward the token for the lines behind
 */
record EventPage(List<LogEvent> events, String backward, String forward) {

    private static final int MOST = 10_000;
    private static final int TOKEN_MARK = 2;

    static EventPage of(List<LogEvent> all, AwsCall call) {
        int limit = Math.max(1, Math.min(MOST, call.number("limit").orElse(MOST)));
        Optional<String> token = call.text("nextToken");
        boolean forward = token.map(text -> text.startsWith("f/"))
                .orElse(call.body().path("startFromHead").asBoolean(false));
        int position = token.map(EventPage::position).orElse(forward ? 0 : all.size());
        int middle = Math.min(position, all.size());
        return forward
                ? cut(all, middle, (int) Math.min(all.size(), (long) middle + limit))
                : cut(all, Math.max(0, middle - limit), middle);
    }

    private static EventPage cut(List<LogEvent> all, int from, int to) {
        return new EventPage(List.copyOf(all.subList(from, to)), "b/" + from, "f/" + to);
    }

    private static int position(String token) {
        if (!token.matches("[bf]/\\d{1,9}")) {
            throw AwsError.client("InvalidParameterException", "The specified nextToken is invalid.");
        }
        return Integer.parseInt(token.substring(TOKEN_MARK));
    }
}
