package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets never get into words. */
class SecrecyWireTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN==";

    private final LocalAws aws = LocalAws.builder().start();
    private final BuildEnvironment build = new BuildEnvironment(Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", SECRET,
            "AWS_SESSION_TOKEN", TOKEN));

    @AfterEach
    void close() {
        aws.close();
    }

    private AwsClients open() {
        return AwsClients.open(
                ClientsOfLocalAws.at(aws.endpoint()), build, InstantSource.system(), ClientsOfLocalAws.QUICK);
    }

    private EngineException failure(String code, String words) {
        aws.faults().always("ecr", "*", Fault.error(code, 403, words));
        try (AwsClients clients = open()) {
            return catchThrowableOfType(
                    EngineException.class, () -> clients.imageRegistry().authorize());
        }
    }

    @Test
    void masksASessionTokenThatAwsRepeatsAmongTheSignedHeaders() {
        EngineException failure = failure(
                "InvalidSignatureException",
                "The Canonical String for this request should have been 'POST\n/\n\nx-amz-security-token:" + TOKEN
                        + "\n'");
        assertThat(failure).hasMessageContainingAll("x-amz-security-token:***", "InvalidSignatureException");
        assertThat(failure.reported())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain(TOKEN));
    }

    @Test
    void masksSecretsInEveryKindOfRefusal() {
        Stream.of("AccessDeniedException", "ThrottlingException", "InvalidParameterException")
                .forEach(code -> {
                    aws.faults().clear();
                    assertThat(failure(code, SECRET + " and " + TOKEN))
                            .hasMessageContaining("*** and ***")
                            .hasMessageNotContaining(SECRET)
                            .hasMessageNotContaining(TOKEN);
                });
    }

    @Test
    void showsNoSecretOfAnythingThatPrintsItself() {
        try (AwsClients clients = open()) {
            assertThat(Stream.of(
                                    build,
                                    clients,
                                    clients.credentialsOrigin(),
                                    clients.secrets(),
                                    new AwsAccess.Keys("AKIDEXAMPLE", Secret.of(SECRET), Optional.of(Secret.of(TOKEN))))
                            .map(String::valueOf))
                    .noneMatch(text -> text.contains(SECRET) || text.contains(TOKEN));
        }
    }

    @Test
    void keepsTheRegionReadable() {
        try (AwsClients clients = open()) {
            assertThat(clients.region()).isEqualTo(new AwsRegion("eu-central-1"));
        }
    }
}
