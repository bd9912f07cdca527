package org.ecsdelivery.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials and where they came from.
 *
 * @param provider gives them
 * @param origin the place in words for the build log
 * @param atHand whether the provider has them already, without asking anybody
 */
record FoundCredentials(AwsCredentialsProvider provider, String origin, boolean atHand) implements AutoCloseable {

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
