package org.ecsdelivery.sandbox.aws.sns;

import java.util.List;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Amazon SNS as API version 2010-03-31 words it. */
public final class SnsService implements AwsService {
    private static final String VERSION = "2010-03-31";
    private static final String NAMESPACE = "http://%s.amazonaws.com/doc/%s/".formatted("sns", VERSION);
    private final Topics topics;

    /** Puts topics on the wire. */
    public SnsService(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public String wireName() {
        return VERSION;
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Answer answer(AwsCall call) {
        if (!call.operation().equals("GetTopicAttributes")) {
            throw AwsService.unknownOperation(call);
        }
        String arn = call.requiredParam("TopicArn");
        int confirmed = topics.confirmed(arn).orElseThrow(() -> new AwsError("NotFound", 404, "Topic does not exist"));
        return Answer.query(
                call,
                NAMESPACE,
                Xml.element(
                        "Attributes",
                        String.join(
                                "",
                                List.of(
                                        entry("TopicArn", arn),
                                        entry("SubscriptionsConfirmed", String.valueOf(confirmed)),
                                        entry("SubscriptionsPending", "0")))));
    }

    private static String entry(String key, String value) {
        return Xml.element("entry", Xml.text("key", key) + Xml.text("value", value));
    }
}
