package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsErrorsTest {
    private static final AwsOperation UPDATE = new AwsOperation("ecs:UpdateService", "service web in cluster prod");

    private final AwsErrors errors = in("eu-central-1", Optional.empty());

    private static AwsErrors in(String region, Optional<URI> endpoint) {
        return new AwsErrors(new AwsRegion(region), endpoint, "keys of the step", new SeenSecrets());
    }

    private static AwsErrorDetails details(String code, String words) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(words).build();
    }

    private static Exception refusal(String code, int status, String words) {
        return AwsServiceException.builder()
                .awsErrorDetails(details(code, words))
                .statusCode(status)
                .build();
    }

    private EngineException failure(Throwable thrown) {
        return (EngineException) errors.translated(UPDATE, thrown);
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, 400, ACCESS_DENIED",
        "AccessDenied, 403, ACCESS_DENIED",
        "UnauthorizedOperation, 403, ACCESS_DENIED",
        "UnauthorizedException, 403, ACCESS_DENIED",
        "NotAuthorized, 400, ACCESS_DENIED",
        "ExpiredToken, 403, CREDENTIALS",
        "ExpiredTokenException, 400, CREDENTIALS",
        "RequestExpired, 400, CREDENTIALS",
        "UnrecognizedClientException, 400, CREDENTIALS",
        "InvalidClientTokenId, 403, CREDENTIALS",
        "InvalidSignatureException, 400, CREDENTIALS",
        "SignatureDoesNotMatch, 403, CREDENTIALS",
        "IncompleteSignature, 400, CREDENTIALS",
        "MissingAuthenticationToken, 403, CREDENTIALS",
        "InvalidIdentityToken, 400, CREDENTIALS",
        "ThrottlingException, 400, AWS_UNREACHABLE",
        "Throttling, 400, AWS_UNREACHABLE",
        "TooManyRequestsException, 429, AWS_UNREACHABLE",
        "RequestLimitExceeded, 400, AWS_UNREACHABLE",
        "ServerException, 500, AWS_UNREACHABLE",
        "ServiceUnavailable, 503, AWS_UNREACHABLE",
        "SomethingNew, 502, AWS_UNREACHABLE",
        "InvalidParameterException, 400, AWS_REFUSED",
        "ClientException, 400, AWS_REFUSED",
        "SomethingNew, 400, AWS_REFUSED"
    })
    void tellsRefusalsApartByTheirCode(String code, int status, FailureKind kind) {
        EngineException failure = failure(refusal(code, status, "Words of AWS"));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.reported()).hasValue("Words of AWS (" + code + ")");
        assertThat(failure)
                .isInstanceOf(kind == FailureKind.AWS_UNREACHABLE ? TransientFailure.class : EngineException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "perform: ecs:UpdateService on resource: arn:aws:ecs:r:1:service/prod/web because no identity-based policy"
                        + " allows the ecs:UpdateService action | ecs:UpdateService | arn:aws:ecs:r:1:service/prod/web",
                "perform: iam:PassRole on resource: arn:aws:iam::1:role/task | iam:PassRole | arn:aws:iam::1:role/task",
                "perform: iam:PassRole on resource: arn:aws:iam::1:role/task. | iam:PassRole | arn:aws:iam::1:role/task",
                "perform: ecs:TagResource on resource: arn:aws:ecs:r:1:x/y with an explicit deny in a service control"
                        + " policy | ecs:TagResource | arn:aws:ecs:r:1:x/y",
                "perform: ecs:UpdateService on resource: * because no policy allows it | ecs:UpdateService | *",
                "perform ecs:UpdateService on the resource arn:aws:ecs:r:1:x/y | ecs:UpdateService | arn:aws:ecs:r:1:x/y",
                "perform: ecs:TagResource because no identity-based policy allows the ecs:TagResource action"
                        + " | ecs:TagResource | service web in cluster prod",
                "perform: ecs:TagResource | ecs:TagResource | service web in cluster prod"
            })
    void readsActionAndResourceOutOfTheWordsOfADenial(String words, String action, String resource) {
        AccessDenied denied = (AccessDenied) failure(
                refusal("ClientException", 400, "User: arn:aws:iam::1:user/deployer is not authorized to " + words));
        assertThat(denied.action()).isEqualTo(action);
        assertThat(denied.fact()).isEqualTo("The build may not " + action + " on " + resource);
        assertThat(denied.reported())
                .hasValueSatisfying(text -> assertThat(text).contains("user/deployer"));
    }

    @Test
    void namesTheOperationWhenADenialSaysNothing() {
        assertThat(failure(refusal("AccessDeniedException", 400, "")).fact())
                .isEqualTo("The build may not ecs:UpdateService on service web in cluster prod");
    }

    @Test
    void namesTheAssumptionOfTheRoleWhenThatIsWhatFailed() {
        Exception refusal = StsException.builder()
                .awsErrorDetails(details("AccessDenied", "no"))
                .statusCode(403)
                .build();
        assertThat(((AccessDenied) failure(refusal)).action()).isEqualTo("sts:AssumeRole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RequestExpired | Request has expired.",
                "InvalidSignatureException | Signature expired: 20261001T000000Z is now earlier than 20261001T010000Z",
                "SignatureDoesNotMatch | Signature not yet current: 20261001T020000Z is still later than 20261001T010000Z"
            })
    void pointsAtTheClockWhenAwsDoesNotAgreeWithTheTime(String code, String words) {
        assertThat(failure(refusal(code, 403, words)).remedy()).hasValue("Set the clock of the agent right.");
    }

    @Test
    void saysSoWhenAwsSaysNothing() {
        assertThat(failure(AwsServiceException.builder().statusCode(400).build())
                        .reported())
                .hasValue("no words, HTTP status 400 (no code)");
    }

    // --- no answer

    private static SdkClientException client(String message, Throwable cause) {
        return SdkClientException.create(message, cause);
    }

    @Test
    void suspectsTheRegionWhenItIsUnknownAndHasNoAddress() {
        Throwable noAddress =
                client("Unable to execute HTTP request", new UnknownHostException("ecs.eu-nowhere-9.amazonaws.com"));
        EngineException failure =
                (EngineException) in("eu-nowhere-9", Optional.empty()).translated(UPDATE, noAddress);
        assertThat(failure.kind()).isEqualTo(FailureKind.REGION_UNKNOWN);
        assertThat(failure).hasMessageContainingAll("eu-nowhere-9", "ecs:UpdateService", "Check Region (aws.region).");
    }

    @Test
    void takesAMissingAddressOfAKnownRegionForATroubleOfTheNetwork() {
        assertThat(failure(client("no", new UnknownHostException("ecs.eu-central-1.amazonaws.com"))))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContainingAll("AWS in eu-central-1", "UnknownHostException: ecs.eu-central-1.amazonaws.com");
    }

    @Test
    void doesNotSuspectTheRegionWhenTheStepNamesAnAddress() {
        Optional<URI> endpoint = Optional.of(URI.create("https://aws.example.org"));
        assertThat(in("eu-nowhere-9", endpoint)
                        .translated(UPDATE, client("no", new UnknownHostException("aws.example.org"))))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("AWS at https://aws.example.org");
    }

    @Test
    void takesATimeLimitForPassing() {
        assertThat(failure(ApiCallTimeoutException.create(60_000))).isInstanceOf(TransientFailure.class);
    }

    @Test
    void saysThatTheCredentialsCannotBeUsed() {
        EngineException failure = failure(client("Unable to load credentials from system settings.", null));
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure).hasMessageContainingAll("keys of the step", "Profile (aws.profile)");
    }

    @Test
    void passesOnWhatTheClientSaysAboutAnythingElse() {
        EngineException failure = failure(client("Resource ID must be set", null));
        assertThat(failure.kind()).isEqualTo(FailureKind.AWS_REFUSED);
        assertThat(failure).hasMessageContaining("Resource ID must be set");
    }

    // --- no failure of AWS

    @Test
    void takesAnAbortedCallForCancelled() {
        assertThat(errors.translated(UPDATE, AbortedException.create("Thread was interrupted")))
                .isInstanceOf(Cancelled.class)
                .hasMessageContaining("ecs:UpdateService");
    }

    @Test
    void takesAnInterruptForCancelled() {
        assertThat(errors.translated(UPDATE, client("no", new InterruptedException())))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void letsFailuresInTheTermsOfTheEnginePass() {
        EngineException ours = new EngineException(FailureKind.CLUSTER_NOT_FOUND, "no cluster", "", "");
        assertThat(errors.translated(UPDATE, client("wrapped by the SDK", ours)))
                .isSameAs(ours);
    }

    @Test
    void letsDefectsPass() {
        RuntimeException defect = new IllegalStateException("defect");
        assertThat(errors.translated(UPDATE, defect)).isSameAs(defect);
    }
}
