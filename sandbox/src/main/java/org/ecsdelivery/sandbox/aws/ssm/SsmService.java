package org.ecsdelivery.sandbox.aws.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.ssm.ParameterShelf.Stored;

/** The Parameter Store as API version 2014-11-06 words it. */
public final class SsmService implements AwsService {
    /** The most on one page, and in one question by name (API reference, GetParametersByPath and GetParameters). */
    private static final int MOST = 10;

    private final AwsAccount account;
    private final ParameterShelf parameters;

    /** Puts the parameters on the wire. */
    public SsmService(AwsAccount account, ParameterShelf parameters) {
        this.account = account;
        this.parameters = parameters;
    }

    @Override
    public String name() {
        return "ssm";
    }

    @Override
    public String wireName() {
        return "AmazonSSM";
    }

    @Override
    public Answer answer(AwsCall call) {
        return Answer.json(
                switch (call.operation()) {
                    case "GetParametersByPath" -> below(call);
                    case "GetParameters" -> named(call);
                    case "GetParameter" -> one(call);
                    case "PutParameter" -> put(call);
                    default -> throw AwsService.unknownOperation(call);
                });
    }

    private JsonNode below(AwsCall call) {
        String path = required(call, "Path");
        if (!path.startsWith("/")) {
            throw invalid(
                    "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a"
                            + " forward slash \"/\".");
        }
        int size = call.number("MaxResults").orElse(MOST);
        if (size < 1 || size > MOST) {
            throw invalid(
                    "1 validation error detected: Value '" + size + "' at 'maxResults' failed to satisfy constraint:"
                            + " Member must have value less than or equal to " + MOST);
        }
        List<Stored> all = parameters.below(path, call.body().path("Recursive").asBoolean());
        int from = call.text("NextToken").map(SsmService::position).orElse(0);
        int to = Math.min(all.size(), from + size);
        ObjectNode answer = Json.object();
        answer.set("Parameters", shown(all.subList(Math.min(from, to), to), call));
        if (to < all.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }

    private static int position(String token) {
        if (!token.matches("\\d{1,9}")) {
            throw AwsError.client("InvalidNextToken", "The specified token isn't valid.");
        }
        return Integer.parseInt(token);
    }

    private JsonNode named(AwsCall call) {
        List<String> names = call.texts("Names");
        if (names.isEmpty() || names.size() > MOST) {
            throw invalid("1 validation error detected: Value '" + names + "' at 'names' failed to satisfy constraint:"
                    + " Member must have length less than or equal to " + MOST);
        }
        ObjectNode answer = Json.object();
        answer.set(
                "Parameters",
                shown(
                        names.stream()
                                .map(parameters::find)
                                .flatMap(Optional::stream)
                                .toList(),
                        call));
        answer.set(
                "InvalidParameters",
                Json.texts(names.stream()
                        .filter(each -> parameters.find(each).isEmpty())
                        .toList()));
        return answer;
    }

    private JsonNode one(AwsCall call) {
        Stored found = parameters
                .find(required(call, "Name"))
                // the real one says no word more
                .orElseThrow(() -> AwsError.client("ParameterNotFound", ""));
        return Json.object().set("Parameter", shown(found, call));
    }

    private JsonNode put(AwsCall call) {
        String name = required(call, "Name");
        if (parameters.find(name).isPresent() && !call.body().path("Overwrite").asBoolean()) {
            throw AwsError.client(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }
        Stored stored = parameters.put(name, call.text("Type").orElse("String"), required(call, "Value"));
        return Json.object().put("Version", stored.version()).put("Tier", "Standard");
    }

    private ArrayNode shown(List<Stored> all, AwsCall call) {
        return Json.array(all.stream().map(each -> shown(each, call)).toList());
    }

    private JsonNode shown(Stored each, AwsCall call) {
        boolean open = !each.secure() || call.body().path("WithDecryption").asBoolean();
        ObjectNode node = Json.object()
                .put("ARN", each.arn())
                .put("DataType", "text")
                .put("Name", each.name())
                .put("Type", each.type())
                .put("Value", open ? each.value() : "AQICAHg-ciphertext")
                .put("Version", each.version());
        node.set("LastModifiedDate", Json.epoch(account.clock().instant()));
        return node;
    }

    private static String required(AwsCall call, String member) {
        return call.text(member)
                .orElseThrow(() -> invalid("1 validation error detected: Value null at '" + member
                        + "' failed to satisfy constraint: Member must not be null"));
    }

    private static AwsError invalid(String message) {
        return AwsError.client("ValidationException", message);
    }
}
