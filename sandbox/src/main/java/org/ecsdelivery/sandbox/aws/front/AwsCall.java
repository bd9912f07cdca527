package org.ecsdelivery.sandbox.aws.front;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One parsed call to a service.
 *
 * @param service signing name of the service that answers
 * @param operation name of the operation, as in {@code DescribeServices}
 * @param body the JSON object of a JSON call; an empty object for a Query call
 * @param params the form parameters of a Query call, as in {@code TargetGroupArns.member.1}; empty for a JSON call
 * @param region region of the signature; the stand-in's own when the call is not signed
 * @param accessKeyId access key of the signature; empty when the call is not signed
 * @param at the sandbox's instant at which the call arrived
 * @param requestId id that also stands in the answer's header
 */
public record AwsCall(
        String service,
        String operation,
        JsonNode body,
        Map<String, String> params,
        String region,
        String accessKeyId,
        Instant at,
        String requestId) {

    /** Answers a text member of the JSON body, when it is there and not null. */
    public Optional<String> text(String member) {
        return body.hasNonNull(member) ? Optional.of(body.path(member).asText()) : Optional.empty();
    }

    /**
     * Answers a text member of the JSON body.
     *
     * @throws AwsError when it is missing
     */
    public String required(String member) {
        return text(member).orElseThrow(() -> missing(member));
    }

    /** Answers an integer member of the JSON body, when it is there. */
    public OptionalInt number(String member) {
        return body.path(member).isNumber() ? OptionalInt.of(body.path(member).asInt()) : OptionalInt.empty();
    }

    /** Answers the texts of a list member of the JSON body; none when it is missing. */
    public List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        body.path(member).forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }

    /** Answers a form parameter of a Query call. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /**
     * Answers a form parameter of a Query call.
     *
     * @throws AwsError when it is missing
     */
    public String requiredParam(String name) {
        return param(name).orElseThrow(() -> new AwsError("ValidationError", 400, "A " + name + " must be specified"));
    }

    /** Answers the values of a list parameter of a Query call: {@code name.member.1}, {@code name.member.2}, ... */
    public List<String> members(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; params.containsKey(name + ".member." + i); i++) {
            values.add(requiredParam(name + ".member." + i));
        }
        return List.copyOf(values);
    }

    private static AwsError missing(String member) {
        return new AwsError("InvalidParameterException", 400, member + " cannot be empty.");
    }
}
