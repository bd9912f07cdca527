package org.ecsdelivery.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.RegistryCredential;

/** Takes the tokens of ECR and ECR Public apart: {@code user:password} in Base64 (ECR API reference, AuthorizationData). */
final class RegistryToken {
    private RegistryToken() {}

    static RegistryCredential credential(RegistryHost host, String token, Instant expiresAt) {
        String pair = decoded(token);
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw unusable("ECR's authorization token for " + host + " is not of the form user:password");
        }
        return new RegistryCredential(host, pair.substring(0, colon), Secret.of(pair.substring(colon + 1)), expiresAt);
    }

    /** Text that is no Base64 comes out as one without a colon, and is refused as such. */
    private static String decoded(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ignored) {
            return "";
        }
    }

    static EngineException unusable(String fact) {
        return new EngineException(FailureKind.AWS_REFUSED, fact, "", "Check Endpoint override (aws.endpoint).");
    }
}
