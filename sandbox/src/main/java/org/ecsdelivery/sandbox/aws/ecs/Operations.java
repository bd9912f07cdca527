package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** A group of operations of ECS, by name. */
interface Operations {
    Map<String, Function<AwsCall, JsonNode>> byName();

    /** Refuses a list that is longer than ECS takes in one call. */
    static List<String> atMost(int most, AwsCall call, String member) {
        List<String> values = call.texts(member);
        if (values.isEmpty()) {
            throw invalid(member + " cannot be empty.");
        }
        if (values.size() > most) {
            throw invalid(member + " can have at most " + most + " items.");
        }
        return values;
    }

    static AwsError invalid(String message) {
        return AwsError.client("InvalidParameterException", message);
    }

    static boolean includes(AwsCall call, String what) {
        return call.texts("include").contains(what);
    }

    static ObjectNode missing(String arn) {
        return Json.object().put("arn", arn).put("reason", "MISSING");
    }

    /** Cuts one page out of a list; the token is the number of items already given. */
    static ObjectNode page(AwsCall call, String member, List<? extends JsonNode> all) {
        int size = call.number("maxResults").orElse(100);
        if (size < 1 || size > 100) {
            throw invalid("maxResults must be between 1 and 100.");
        }
        int from = Math.min(
                all.size(), call.text("nextToken").map(Operations::offset).orElse(0));
        int to = Math.min(all.size(), from + size);
        ArrayNode items = Json.array(all.subList(from, to));
        ObjectNode page = Json.object();
        page.set(member, items);
        if (to < all.size()) {
            page.put("nextToken", "page-" + to);
        }
        return page;
    }

    private static int offset(String token) {
        if (!token.matches("page-\\d{1,9}")) {
            throw invalid("Invalid token.");
        }
        return Integer.parseInt(token.substring("page-".length()));
    }
}
