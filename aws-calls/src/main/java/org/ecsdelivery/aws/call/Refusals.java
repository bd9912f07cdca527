package org.ecsdelivery.aws.call;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.aws.call.DirectCall.Answer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.query.unmarshall.XmlDomParser;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/** Reads what a service says when it refuses a call that no client of the SDK has made, in the SDK's own terms. */
final class Refusals {
    /** The name of the error, without the name space before it and the address behind it (Smithy, "AWS JSON 1.1 protocol"). */
    private static final Pattern TYPE = Pattern.compile("(?:.*#)?([^:]+).*");

    private Refusals() {}

    static AwsServiceException of(DirectCall call, Answer answer, Instant signedAt) {
        AwsErrorDetails.Builder details = AwsErrorDetails.builder()
                .serviceName(call.service())
                .sdkHttpResponse(answer.head())
                .rawResponse(SdkBytes.fromByteArray(new byte[0]));
        if (call.service().equals("s3") || isXml(answer)) {
            xml(answer, details);
        } else {
            json(answer, details);
        }
        AwsErrorDetails all = details.build();
        AwsServiceException.Builder refusal = AwsServiceException.builder()
                .awsErrorDetails(all)
                .message(all.errorMessage())
                .statusCode(answer.head().statusCode());
        answer.head()
                .firstMatchingHeader("x-amzn-RequestId")
                .or(() -> answer.head().firstMatchingHeader("x-amz-request-id"))
                .ifPresent(refusal::requestId);
        saidAt(answer).ifPresent(theirs -> refusal.clockSkew(Duration.between(signedAt, theirs)));
        return refusal.build();
    }

    /** Returns what the service took for the time. */
    static Optional<Instant> saidAt(Answer answer) {
        try {
            return answer.head()
                    .firstMatchingHeader("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static void json(Answer answer, AwsErrorDetails.Builder details) {
        try {
            RawObject body = answer.json();
            Matcher type = TYPE.matcher(body.text("__type"));
            details.errorCode(type.matches() ? type.group(1) : null)
                    .errorMessage(body.has("message") ? body.text("message") : body.text("Message"));
        } catch (SdkClientException page) {
            // whoever stands between us and AWS answers with a page of its own; the status has to do
            details.errorMessage(null);
        }
    }

    private static boolean isXml(Answer answer) {
        return answer.head().firstMatchingHeader("Content-Type").orElse("").contains("xml");
    }

    private static void xml(Answer answer, AwsErrorDetails.Builder details) {
        if (!new String(answer.body(), StandardCharsets.UTF_8).contains("<Error")) {
            return;
        }
        try {
            XmlElement error = inner(XmlDomParser.parse(new ByteArrayInputStream(answer.body())));
            details.errorCode(text(error, "Code")).errorMessage(text(error, "Message"));
        } catch (RuntimeException page) {
            // as above
            details.errorMessage(null);
        }
    }

    /** S3's error is the document, EC2 has a list of them, all others put one into an ErrorResponse. */
    private static XmlElement inner(XmlElement document) {
        return document.getOptionalElementByName("Errors")
                .orElse(document)
                .getOptionalElementByName("Error")
                .orElse(document);
    }

    private static @Nullable String text(XmlElement error, String name) {
        return error.getOptionalElementByName(name).map(XmlElement::textContent).orElse(null);
    }
}
