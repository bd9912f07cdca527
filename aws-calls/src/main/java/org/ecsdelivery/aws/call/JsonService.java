package org.ecsdelivery.aws.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ecsdelivery.engine.failure.EngineException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A service that speaks AWS JSON and is called without a client.
 *
 * @param api which
 * @param addresses where services are
 * @param signed makes the calls
 * @param calls waits for them
 */
public record JsonService(JsonApi api, ServiceAddress addresses, DirectCalls signed, AwsCalls calls) {
    /**
     * Returns what the service answers.
     *
     * @param operation the IAM action, whose second half is the operation's name, and what it is about
     * @throws EngineException in the engine's terms when it refuses, or cannot be reached
     */
    public RawObject ask(AwsOperation operation, RawObject question) {
        return calls.of(operation, () -> asked(operation, question));
    }

    /**
     * Asks on the thread of a call that is under way.
     *
     * @throws AwsServiceException when it refuses
     */
    public RawObject asked(AwsOperation operation, RawObject question) {
        return signed.send(DirectCall.json(api.address(addresses), operation, api.target(), question))
                .json();
    }

    /**
     * Asks page after page.
     *
     * @param token the name of the member that leads to the next page, such as {@code nextToken}
     * @param items reads one page
     * @param most how many items are enough
     */
    public <T> List<T> pages(
            AwsOperation operation, RawObject question, String token, int most, Function<RawObject, List<T>> items) {
        List<T> all = new ArrayList<>();
        String next = "";
        do {
            RawObject page = ask(operation, next.isEmpty() ? question : question.with(token, RawText.of(next)));
            all.addAll(items.apply(page));
            next = page.text(token);
        } while (!next.isEmpty() && all.size() < most);
        return all.stream().limit(most).toList();
    }
}
