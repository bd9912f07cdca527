package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.StsException;

/** Says what went wrong with AWS in the engine's terms. The only place that knows the SDK's exceptions. */
final class AwsErrors {
    private static final Pattern DENIED = Pattern.compile(
            "is not authorized to perform:? (\\S+?)[,.]?(?: on (?:the )?resource:? (\\S+?)[,.]?)?(?:\\s.*|$)");

    /** What Systems Manager and Secrets Manager say when it is the key that must not be used. */
    private static final Pattern KEY_DENIED = Pattern.compile("ciphertext refers to|Access to KMS is not allowed");

    /** What AWS says when the time in a signature is not its own (SDKs correct that once, by the answer's date). */
    private static final Pattern CLOCK = Pattern.compile("Signature (?:expired|not yet current)");

    /** Common error types of the API references, and their older or query-protocol forms. */
    private static final Set<String> DENIALS = Set.of(
            "AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "UnauthorizedException", "NotAuthorized");

    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "InvalidIdentityToken",
            "InvalidAccessKeyId",
            "AuthFailure");

    private final AwsRegion region;
    private final Optional<URI> endpoint;
    private final String origin;
    private final SeenSecrets secrets;

    /**
     * Makes the translation for one set of clients.
     *
     * @param endpoint the address that is called instead of AWS's own
     * @param origin where the credentials came from, in words
     * @param secrets what must not be shown: AWS repeats the signed headers when it does not agree with a signature
     */
    AwsErrors(AwsRegion region, Optional<URI> endpoint, String origin, SeenSecrets secrets) {
        this.region = region;
        this.endpoint = endpoint;
        this.origin = origin;
        this.secrets = secrets;
    }

    /** Returns the failure in the engine's terms. Defects of ours pass as they are. */
    RuntimeException translated(AwsOperation operation, Throwable thrown) {
        Optional<RuntimeException> ours = causes(thrown)
                .filter(each -> each instanceof EngineException || each instanceof Cancelled)
                .map(RuntimeException.class::cast)
                .findFirst();
        if (ours.isPresent()) {
            return ours.get();
        }
        if (thrown instanceof AwsServiceException refusal) {
            return refused(actual(operation, refusal), refusal);
        }
        if (thrown instanceof SdkException failure) {
            return unanswered(operation, failure);
        }
        return thrown instanceof RuntimeException defect ? defect : new IllegalStateException(thrown);
    }

    /** A call may fail in the assumption of the role that it needs first. */
    private static AwsOperation actual(AwsOperation operation, AwsServiceException refusal) {
        return refusal instanceof StsException && !operation.action().startsWith("sts:")
                ? new AwsOperation("sts:AssumeRole", "the role to assume")
                : operation;
    }

    private RuntimeException refused(AwsOperation operation, AwsServiceException refusal) {
        String code = code(refusal);
        Matcher denial = DENIED.matcher(words(refusal));
        if (DENIALS.contains(code) || denial.find()) {
            return denied(operation, refusal);
        }
        if (BAD_CREDENTIALS.contains(code)) {
            return badCredentials(operation, refusal);
        }
        if (refusal.isThrottlingException() || refusal.statusCode() >= 500 || refusal.statusCode() == 429) {
            return new TransientFailure(aws() + " could not do " + operation, reported(refusal), refusal);
        }
        return new EngineException(
                FailureKind.AWS_REFUSED, aws() + " refused " + operation, reported(refusal), "", refusal);
    }

    private AccessDenied denied(AwsOperation operation, AwsServiceException refusal) {
        if (KEY_DENIED.matcher(words(refusal)).find()) {
            return new AccessDenied("kms:Decrypt", "the key of " + operation.resource(), reported(refusal), refusal);
        }
        Matcher words = DENIED.matcher(words(refusal));
        boolean named = words.find();
        String action = named ? words.group(1) : operation.action();
        // S3 puts the ARN in quotation marks
        String resource = named && words.group(2) != null ? words.group(2).replace("\"", "") : operation.resource();
        return new AccessDenied(action, resource, reported(refusal), refusal);
    }

    private EngineException badCredentials(AwsOperation operation, AwsServiceException refusal) {
        return new EngineException(
                FailureKind.CREDENTIALS,
                aws() + " does not accept the credentials (" + origin + ") for " + operation,
                reported(refusal),
                remedy(refusal),
                refusal);
    }

    private String remedy(AwsServiceException refusal) {
        if (code(refusal).equals("RequestExpired")
                || CLOCK.matcher(words(refusal)).find()) {
            return "Set the clock of the agent right.";
        }
        return code(refusal).contains("Expired")
                ? "The session ended during the step: give the build feature \"AWS Credentials\", or Session duration"
                        + " (aws.connectionMinutes) of the step, a session duration that is longer than the step's time limit."
                : "Check the keys, and that Region (aws.region) " + region + " is switched on in their account.";
    }

    private RuntimeException unanswered(AwsOperation operation, SdkException failure) {
        if (failure instanceof AbortedException || has(failure, InterruptedException.class)) {
            return new Cancelled("Interrupted while waiting for " + operation);
        }
        if (has(failure, UnknownHostException.class) && endpoint.isEmpty() && !isKnown(region)) {
            return unknownRegion(operation, failure);
        }
        if (has(failure, CertificateException.class) || has(failure, CertPathBuilderException.class)) {
            return untrusted(operation, failure);
        }
        if (causes(failure).map(String::valueOf).anyMatch(AwsErrors::isProxyThatWantsAPassword)) {
            return lockedProxy(operation, failure);
        }
        if (isTransient(failure)) {
            return new TransientFailure(aws() + " gave no usable answer to " + operation, cause(failure), failure);
        }
        if (String.valueOf(failure.getMessage()).contains("credentials")) {
            return new EngineException(
                    FailureKind.CREDENTIALS,
                    "The credentials (" + origin + ") cannot be used for " + operation,
                    cause(failure),
                    "Check them, or name others in Profile (aws.profile) or Access key ID (aws.accessKeyId).",
                    failure);
        }
        return new EngineException(
                FailureKind.AWS_REFUSED, "The call " + operation + " could not be made", cause(failure), "", failure);
    }

    private EngineException unknownRegion(AwsOperation operation, SdkException failure) {
        return new EngineException(
                FailureKind.REGION_UNKNOWN,
                "There is no address of AWS for " + operation + " in the Region " + region,
                cause(failure),
                "Check Region (aws.region).",
                failure);
    }

    private EngineException untrusted(AwsOperation operation, SdkException failure) {
        return new EngineException(
                FailureKind.AWS_UNREACHABLE,
                "The agent does not trust the certificate of " + aws() + ", so " + operation + " was not called",
                cause(failure),
                "Where a proxy looks into TLS, add the certificate of its authority to the trust store of the agent's Java"
                        + " (lib/security/cacerts); else check Endpoint override (aws.endpoint).",
                failure);
    }

    private static boolean isProxyThatWantsAPassword(String failure) {
        return failure.contains("tunnel through proxy") && failure.contains("407");
    }

    private EngineException lockedProxy(AwsOperation operation, SdkException failure) {
        return new EngineException(
                FailureKind.AWS_UNREACHABLE,
                "The proxy wants a password for " + operation + ", which Java does not show to a proxy for HTTPS",
                cause(failure),
                "Let the proxy admit the agent without a password, or name AWS's hosts in env.NO_PROXY.",
                failure);
    }

    /** Names whom the call went to. */
    private String aws() {
        return endpoint.map(address -> "AWS at " + address).orElse("AWS in " + region);
    }

    private static boolean isKnown(AwsRegion region) {
        return Region.regions().contains(Region.of(region.value()));
    }

    /** Time limits, broken connections, and answers that are not what they should be. */
    private static boolean isTransient(SdkException failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || has(failure, IOException.class)
                || has(failure, UncheckedIOException.class)
                || failure instanceof SdkClientException
                        && String.valueOf(failure.getMessage()).contains("unmarshall");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, each -> each != null, Throwable::getCause);
    }

    /** Returns the text of the innermost failure that has one: the SDK's own says little ("Unable to execute HTTP request"). */
    private String cause(Throwable thrown) {
        return secrets.masked(causes(thrown)
                .filter(each -> each.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(each -> each instanceof SdkException
                        ? String.valueOf(each.getMessage())
                        : each.getClass().getSimpleName() + ": " + each.getMessage())
                .orElse(thrown.toString()));
    }

    private String reported(AwsServiceException refusal) {
        String id = refusal.requestId() == null ? "" : ", request " + refusal.requestId();
        return secrets.masked(words(refusal)) + " (" + code(refusal) + id + ")";
    }

    private static String words(AwsServiceException refusal) {
        return details(refusal)
                .map(AwsErrorDetails::errorMessage)
                .filter(text -> !text.isBlank())
                .orElse("no words, HTTP status " + refusal.statusCode());
    }

    private static String code(AwsServiceException refusal) {
        return details(refusal).map(AwsErrorDetails::errorCode).orElse("no code");
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails());
    }
}
