package org.ecsdelivery.sandbox.aws.front;

/** One AWS service behind the front: it turns a call into an answer. */
public interface AwsService {
    /** Answers the signing name, as in {@code ecs}, {@code elasticloadbalancing}, {@code ecr}. */
    String name();

    /**
     * Answers how calls name this service on the wire: the prefix of {@code X-Amz-Target} (JSON services, as in
     * {@code AmazonEC2ContainerServiceV20141113}) or the {@code Version} parameter (Query services, as in
     * {@code 2015-12-01}).
     */
    String wireName();

    /** Answers the protocol that the service speaks. */
    default Protocol protocol() {
        return Protocol.JSON;
    }

    /**
     * Answers one call.
     *
     * @throws AwsError for what real AWS would refuse
     */
    Answer answer(AwsCall call);

    /** Words a refusal as this service does. */
    default Answer worded(AwsError error, String requestId) {
        return ErrorTexts.worded(protocol(), error, requestId);
    }

    /** Answers the error of an operation this stand-in does not know. */
    static AwsError unknownOperation(AwsCall call) {
        String message =
                "The operation " + call.operation() + " of " + call.service() + " is not part of this stand-in.";
        return new AwsError("UnknownOperationException", 400, message);
    }
}
