package org.ecsdelivery.sandbox.aws.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param items what is on the page
 * @param nextToken the number of items before the next page, or empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {

    /**
     * Cuts the page a call asks for.
     *
     * @param size the most items on the page; at least one is given
     * @throws AwsError when the call's {@code nextToken} was not handed out here
     */
    public static <T> Page<T> of(List<T> all, AwsCall call, int size) {
        int from = Math.min(call.text("nextToken").map(Page::position).orElse(0), all.size());
        int to = Math.min(all.size(), from + Math.max(1, size));
        Optional<String> next = to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Page<>(List.copyOf(all.subList(from, to)), next);
    }

    /** Writes the page as AWS JSON does: the items under their name, {@code nextToken} when there is more. */
    public ObjectNode json(String member, Function<T, ? extends JsonNode> item) {
        ObjectNode json = Json.object();
        json.set(member, Json.array(items.stream().map(item).toList()));
        nextToken.ifPresent(token -> json.put("nextToken", token));
        return json;
    }

    private static int position(String token) {
        if (!token.matches("\\d{1,9}")) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "Invalid parameter at 'nextToken' failed to satisfy constraint: 'Invalid token'");
        }
        return Integer.parseInt(token);
    }
}
