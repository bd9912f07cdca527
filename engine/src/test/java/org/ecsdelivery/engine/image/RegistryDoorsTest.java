package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class RegistryDoorsTest {
    /** A stand-in's registry, of which nothing but its own token tells whose it is. */
    private static final RegistryHost OWN = new RegistryHost("127.0.0.1:5000");

    private static final RegistryHost OTHER = new RegistryHost("210987654321.dkr.ecr.eu-west-1.amazonaws.com");

    private final VirtualTime time = new VirtualTime();
    private final InMemoryImageRegistry own = new InMemoryImageRegistry(OWN, time);
    private final InMemoryImageRegistry other = new InMemoryImageRegistry(OTHER, time);
    private final RegistryDoors doors = new RegistryDoors(
            new Registries() {
                @Override
                public ImageRegistry own() {
                    return own;
                }

                @Override
                public Optional<ImageRegistry> at(RegistryHost host) {
                    return host.equals(OTHER) ? Optional.of(other) : Optional.empty();
                }
            },
            time);

    @Test
    void openEachRegistryOnceHoweverManyRepositoriesLieInIt() {
        doors.target(ImageReference.parse(OTHER + "/shop"));
        doors.target(ImageReference.parse(OTHER + "/mail"));
        doors.target(ImageReference.parse("shop"));
        doors.target(ImageReference.parse(OWN + "/mail"));

        assertThat(other.authorizations()).isEqualTo(1);
        assertThat(own.authorizations()).isEqualTo(1);
    }

    @Test
    void knowTheStepsOwnRegistryByTheHostOfItsTokenOnceItIsOpen() {
        assertThat(doors.opened(OWN)).isEmpty();
        assertThat(own.authorizations()).isZero();

        doors.target(ImageReference.parse("shop"));

        assertThat(doors.opened(OWN)).isPresent();
    }

    @Test
    void refuseAHostThatNoCredentialsAreFor() {
        assertThatThrownBy(() -> doors.target(ImageReference.parse("ghcr.io/team/shop")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("names the registry ghcr.io")
                .hasMessageContaining("lead to 127.0.0.1:5000");
    }
}
