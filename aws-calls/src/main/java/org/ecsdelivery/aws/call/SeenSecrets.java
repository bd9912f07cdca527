package org.ecsdelivery.aws.call;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;

/** Remembers every secret key and token that credentials brought, so that they can be kept out of the build log. */
final class SeenSecrets {
    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();

    Set<Secret> all() {
        return Set.copyOf(secrets);
    }

    /** Returns the text with every secret seen so far made unreadable. */
    String masked(String text) {
        return secrets.stream()
                .map(Secret::reveal)
                .filter(secret -> !secret.isBlank())
                // a secret may be part of another one
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(text, (masked, secret) -> masked.replace(secret, "***"));
    }

    void add(String text) {
        secrets.add(Secret.of(text));
    }

    /**
     * Listens to credentials, and takes note at once of those that are at hand.
     *
     * @throws EngineException when they are not whole
     */
    FoundCredentials listening(FoundCredentials found) {
        AwsCredentialsProvider heard = () -> remembered(found.provider().resolveCredentials());
        if (found.atHand()) {
            requireWhole(heard, found.origin());
        }
        return new FoundCredentials(heard, found.origin(), found.atHand());
    }

    private static void requireWhole(AwsCredentialsProvider provider, String origin) {
        try {
            provider.resolveCredentials();
        } catch (SdkException | IllegalStateException | IllegalArgumentException e) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The credentials (" + origin + ") are not whole",
                    String.valueOf(e.getMessage()),
                    "Give access key ID and secret access key together.",
                    e);
        }
    }

    private AwsCredentials remembered(AwsCredentials credentials) {
        add(credentials.secretAccessKey());
        if (credentials instanceof AwsSessionCredentials session) {
            add(session.sessionToken());
        }
        return credentials;
    }
}
