package org.ecsdelivery.aws;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** The machine of the agent: the role of its container (ECS, EKS) or of its EC2 instance. */
interface Machine {
    /** Asks the machine; this may take some seconds where there is nobody to answer. */
    Optional<FoundCredentials> credentials();

    /** Returns the place in words. */
    String place();

    /** Returns the machine that the build runs on, unless the build switched it off. */
    static Machine of(BuildEnvironment environment) {
        return environment.isOn("AWS_EC2_METADATA_DISABLED") ? new SwitchedOff() : new Metadata();
    }

    /** The build does not want the machine's own credentials. */
    record SwitchedOff() implements Machine {
        @Override
        public Optional<FoundCredentials> credentials() {
            return Optional.empty();
        }

        @Override
        public String place() {
            return "the agent's own role (switched off by AWS_EC2_METADATA_DISABLED)";
        }
    }

    /** The metadata service of the container or the instance. */
    record Metadata() implements Machine {
        @Override
        public Optional<FoundCredentials> credentials() {
            return Stream.of(
                            new FoundCredentials(
                                    ContainerCredentialsProvider.builder().build(),
                                    "role of the agent's container",
                                    true),
                            new FoundCredentials(instance(), "role of the agent's EC2 instance", true))
                    .filter(found -> answers(found.provider()))
                    .findFirst();
        }

        private static AwsCredentialsProvider instance() {
            return InstanceProfileCredentialsProvider.builder()
                    .profileFile(ProfileFile.aggregator().build())
                    .profileName("default")
                    .build();
        }

        private static boolean answers(AwsCredentialsProvider provider) {
            try {
                provider.resolveCredentials();
                return true;
            } catch (SdkClientException expected) {
                // the usual answer on a machine without a role; the places are listed when nothing is found at all
                return false;
            }
        }

        @Override
        public String place() {
            return "the role of the agent's container or EC2 instance";
        }
    }
}
