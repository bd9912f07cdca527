package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.InstantSource;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.RepositoryName;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link ImageRegistry}, the one in memory and the one over the wire. */
public abstract class ImageRegistryContract {
    /** Returns the adapter under test, with no repository in it. */
    protected abstract ImageRegistry registry();

    /** Returns the host of the registry. */
    protected abstract RegistryHost host();

    /** Returns the clock of the registry. */
    protected abstract InstantSource clock();

    /** Pushes an image to an existing repository and returns its digest; images of two tags differ. */
    protected abstract ImageDigest pushed(ImageReference taggedImage, String... platforms);

    /** Lets no tag of an existing repository move. */
    protected abstract void freeze(ImageReference repository);

    private ImageReference repository() {
        return ImageReference.of(host(), new RepositoryName("team/shop"));
    }

    private ImageReference tagged(String tag) {
        return repository().withTag(new ImageTag(tag));
    }

    @Test
    void givesATokenForTheRegistryOfTheCredentials() {
        RegistryCredential credential = registry().authorize();
        assertThat(credential.host()).isEqualTo(host());
        assertThat(credential.userName()).isEqualTo("AWS");
        assertThat(credential.password().reveal()).isNotBlank();
    }

    @Test
    void tellsHowLongTheTokenLives() {
        assertThat(registry().authorize().expiresAt())
                .isEqualTo(clock().instant().plus(Duration.ofHours(12)));
    }

    @Test
    void doesNotTakeAMissingRepositoryForOneThatExists() {
        assertThat(registry().exists(repository())).isFalse();
    }

    @Test
    void createsTheRepository() {
        registry().create(repository());
        assertThat(registry().exists(repository())).isTrue();
    }

    @Test
    void isContentWhenTheRepositoryWasCreatedMeanwhile() {
        registry().create(repository());
        assertThatCode(() -> registry().create(repository())).doesNotThrowAnyException();
    }

    @Test
    void takesANameWithoutAHostForItsOwn() {
        registry().create(repository());
        assertThat(registry().exists(ImageReference.parse("team/shop"))).isTrue();
    }

    @Test
    void findsTheDigestBehindATag() {
        registry().create(repository());
        ImageDigest first = pushed(tagged("1"));
        ImageDigest second = pushed(tagged("2"));
        assertThat(registry().digestOf(tagged("1"))).hasValue(first);
        assertThat(registry().digestOf(tagged("2"))).hasValue(second);
    }

    @Test
    void findsAnImageByItsDigest() {
        registry().create(repository());
        ImageDigest digest = pushed(tagged("1"));
        assertThat(registry().digestOf(repository().pinnedTo(digest))).hasValue(digest);
    }

    @Test
    void findsNoDigestBehindATagThatIsNotThere() {
        registry().create(repository());
        pushed(tagged("1"));
        assertThat(registry().digestOf(tagged("2"))).isEmpty();
    }

    @Test
    void findsNoImageOfADigestThatIsNotThere() {
        registry().create(repository());
        assertThat(registry().digestOf(repository().pinnedTo(new ImageDigest("sha256:" + "0".repeat(64)))))
                .isEmpty();
    }

    @Test
    void findsNoDigestInARepositoryThatIsNotThere() {
        assertThat(registry().digestOf(tagged("1"))).isEmpty();
    }

    @Test
    void tellsWhichImageATagStandsFor() {
        registry().create(repository());
        ImageDigest digest = pushed(tagged("1"));
        assertThat(registry().held(tagged("1"))).map(HeldImage::digest).hasValue(digest);
        assertThat(registry().held(tagged("2"))).isEmpty();
    }

    @Test
    void holdsNoImageInARepositoryThatIsNotThere() {
        assertThat(registry().held(tagged("1"))).isEmpty();
    }

    @Test
    void tellsWhetherTagsMayMove() {
        registry().create(repository());
        assertThat(registry().freezesTags(repository())).isFalse();
        freeze(repository());
        assertThat(registry().freezesTags(repository())).isTrue();
    }

    @Test
    void tellsThePlatformsThatAnImageIsFor() {
        registry().create(repository());
        ImageDigest image = pushed(tagged("1"), "linux/amd64", "linux/arm64");
        assertThat(registry().platforms(repository().pinnedTo(image))).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void tellsTheImageForEachPlatformByADigestOfItsOwn() {
        registry().create(repository());
        ImageDigest index = pushed(tagged("1"), "linux/amd64", "linux/arm64");
        assertThat(registry().images(repository().pinnedTo(index)))
                .extracting(PlatformImage::digest)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(index);
    }

    @Test
    void knowsNoPlatformOfAnImageThatDoesNotTellOrIsNotThere() {
        registry().create(repository());
        ImageDigest image = pushed(tagged("1"));
        ImageDigest other = new ImageDigest("sha256:" + "0".repeat(64));
        assertThat(registry().platforms(repository().pinnedTo(image))).isEmpty();
        assertThat(registry().platforms(repository().pinnedTo(other))).isEmpty();
        assertThat(registry()
                        .platforms(ImageReference.parse("team/never")
                                .inRegistry(host())
                                .pinnedTo(image)))
                .isEmpty();
    }
}
