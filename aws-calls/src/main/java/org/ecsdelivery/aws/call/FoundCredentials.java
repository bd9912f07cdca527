package org.ecsdelivery.aws.call;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials and where they came from.
 *
 * @param provider gives them
 * @param origin the place in words for the build log
 * @param atHand whether the provider has them already, without asking anybody
 */
record FoundCredentials(AwsCredentialsProvider provider, String origin, boolean atHand) implements AutoCloseable {

    /** Makes credentials of keys, and the token of temporary ones. */
    static FoundCredentials keys(String id, String secret, Optional<String> token, String origin) {
        AwsCredentials credentials = token.<AwsCredentials>map(text -> AwsSessionCredentials.create(id, secret, text))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        return new FoundCredentials(StaticCredentialsProvider.create(credentials), origin, true);
    }

    /** Returns the keys in the build's variables, when both halves are there. */
    static Optional<FoundCredentials> variables(BuildEnvironment environment) {
        return environment
                .get("AWS_ACCESS_KEY_ID")
                .flatMap(id -> environment
                        .get("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> keys(
                                id, secret, environment.get("AWS_SESSION_TOKEN"), "AWS_ACCESS_KEY_ID of the build")));
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
