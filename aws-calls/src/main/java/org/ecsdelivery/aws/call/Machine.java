package org.ecsdelivery.aws.call;

import java.time.InstantSource;
import java.util.Optional;
import org.ecsdelivery.engine.failure.EngineException;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** The machine of the agent: the role of its container (ECS, EKS) or of its EC2 instance. */
interface Machine {
    /**
     * Asks the machine; this may take some seconds where there is nobody to answer.
     *
     * @throws EngineException when the build's environment leads to a container's role that gives none
     */
    Optional<FoundCredentials> credentials();

    /** Returns the place in words. */
    String place();

    /** Returns the machine that the build runs on. A container comes before the instance below it, which others share. */
    static Machine of(BuildEnvironment environment, InstantSource clock) {
        return ContainerRole.of(environment, clock)
                .<Machine>map(Container::new)
                .orElseGet(() -> environment.isOn("AWS_EC2_METADATA_DISABLED")
                        ? new SwitchedOff()
                        : new Instance(environment.get("AWS_EC2_METADATA_SERVICE_ENDPOINT")));
    }

    /** The container of the build. */
    record Container(ContainerRole role) implements Machine {
        @Override
        public Optional<FoundCredentials> credentials() {
            return Optional.of(new FoundCredentials(role, "role of the agent's container", true));
        }

        @Override
        public String place() {
            return "the role of the agent's container";
        }
    }

    /** The build does not want the instance's credentials, and there is no container. */
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

    /**
     * The metadata service of an EC2 instance.
     *
     * @param endpoint where it answers, when the build's environment says
     */
    record Instance(Optional<String> endpoint) implements Machine {
        @Override
        public Optional<FoundCredentials> credentials() {
            InstanceProfileCredentialsProvider instance = provider();
            try {
                instance.resolveCredentials();
                return Optional.of(new FoundCredentials(instance, "role of the agent's EC2 instance", true));
            } catch (SdkClientException expected) {
                // the usual answer on a machine without a role; the places are listed when nothing is found at all
                instance.close();
                return Optional.empty();
            }
        }

        private InstanceProfileCredentialsProvider provider() {
            InstanceProfileCredentialsProvider.Builder builder = InstanceProfileCredentialsProvider.builder()
                    .profileFile(ProfileFile.aggregator().build())
                    .profileName("default");
            endpoint.ifPresent(builder::endpoint);
            return builder.build();
        }

        @Override
        public String place() {
            return "the role of the agent's EC2 instance";
        }
    }
}
