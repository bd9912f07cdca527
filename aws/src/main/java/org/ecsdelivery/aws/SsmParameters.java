package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.JsonService;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.engine.envfile.ParameterStore;

/** The Parameter Store of Systems Manager. */
final class SsmParameters implements ParameterStore {
    /** The most names in one question, and the most parameters on one page (SSM API reference). */
    private static final int MOST = 10;

    private final JsonService service;

    SsmParameters(JsonService service) {
        this.service = service;
    }

    @Override
    public List<Stored> below(String path) {
        AwsOperation operation = new AwsOperation("ssm:GetParametersByPath", "the parameters below " + path);
        RawObject question = RawObject.EMPTY
                .with("Path", RawText.of(path))
                .with("Recursive", "true")
                .with("WithDecryption", "true")
                .with("MaxResults", Integer.toString(MOST));
        List<Stored> all = service.pages(operation, question, "NextToken", Integer.MAX_VALUE, SsmParameters::stored);
        return all.stream().sorted(Comparator.comparing(Stored::name)).toList();
    }

    @Override
    public List<Stored> named(List<String> namesOrArns) {
        List<String> distinct = namesOrArns.stream().distinct().toList();
        List<Stored> all = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + MOST));
            all.addAll(stored(service.ask(
                    new AwsOperation("ssm:GetParameters", "the parameters " + String.join(", ", some)),
                    RawObject.EMPTY
                            .with(
                                    "Names",
                                    RawText.list(some.stream().map(RawText::of).toList()))
                            .with("WithDecryption", "true"))));
        }
        return List.copyOf(all);
    }

    private static List<Stored> stored(RawObject answer) {
        return answer.objects("Parameters").stream()
                .map(each -> new Stored(
                        each.text("Name"),
                        each.text("ARN"),
                        each.text("Value"),
                        each.text("Type").equals("SecureString")))
                .toList();
    }
}
