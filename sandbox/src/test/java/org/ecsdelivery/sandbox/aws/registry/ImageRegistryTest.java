package org.ecsdelivery.sandbox.aws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRegistryTest {

    @TempDir
    Path directory;

    private RegistryUnderTest wire;

    @BeforeEach
    void open() throws IOException {
        wire = new RegistryUnderTest(directory);
        wire.repository("shop/web");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void resolvesAReferenceByTag() throws Exception {
        Digest digest = wire.pushImage("shop/web", "1.0", "layer");
        assertThat(wire.registry.resolve(wire.host() + "/shop/web:1.0")).contains(digest);
    }

    @Test
    void resolvesAReferenceByDigestEvenWhenItCarriesATag() throws Exception {
        Digest digest = wire.pushImage("shop/web", "1.0", "layer");
        assertThat(wire.registry.resolve(wire.host() + "/shop/web@" + digest)).contains(digest);
        assertThat(wire.registry.resolve(wire.host() + "/shop/web:gone@" + digest))
                .contains(digest);
    }

    @Test
    void resolvesAReferenceWithoutTagAsLatest() throws Exception {
        Digest digest = wire.pushImage("shop/web", "latest", "layer");
        assertThat(wire.registry.resolve(wire.host() + "/shop/web")).contains(digest);
    }

    @Test
    void resolvesTheAccountsOwnNameAtEcr() throws Exception {
        Digest digest = wire.pushImage("shop/web", "1.0", "layer");
        assertThat(wire.registry.resolve("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1.0"))
                .contains(digest);
    }

    @Test
    void resolvesNothingOfOtherRegistries() throws Exception {
        wire.pushImage("shop/web", "1.0", "layer");
        assertThat(wire.registry.resolve("docker.io/shop/web:1.0")).isEmpty();
        assertThat(wire.registry.resolve("web:1.0")).isEmpty();
    }

    @Test
    void resolvesNothingThatIsNotThere() {
        assertThat(wire.registry.resolve(wire.host() + "/shop/web:absent")).isEmpty();
        assertThat(wire.registry.resolve(wire.host() + "/shop/absent:1.0")).isEmpty();
    }

    @Test
    void listsTheTagsOfEachImage() throws Exception {
        wire.pushImage("shop/web", "1.0", "layer");
        wire.pushImage("shop/web", "latest", "layer");
        assertThat(wire.registry.repository("shop/web").orElseThrow().images())
                .singleElement()
                .satisfies(image -> assertThat(image.tags()).containsExactly("1.0", "latest"));
    }

    @Test
    void doesNotCreateARepositoryTwice() {
        assertThat(wire.registry.create("shop/web", RepositorySettings.defaults()))
                .isEmpty();
    }

    @Test
    void letsExcludedTagsOfAnImmutableRepositoryMove() {
        RepositorySettings settings = RepositorySettings.defaults()
                .withMutability(TagMutability.IMMUTABLE_WITH_EXCLUSION, List.of("latest", "pr-*"));
        assertThat(settings.freezes("1.0")).isTrue();
        assertThat(settings.freezes("latest")).isFalse();
        assertThat(settings.freezes("pr-17")).isFalse();
        assertThat(settings.freezes("a-pr-17")).isTrue();
    }

    @Test
    void freezesExcludedTagsOfAMutableRepository() {
        RepositorySettings settings =
                RepositorySettings.defaults().withMutability(TagMutability.MUTABLE_WITH_EXCLUSION, List.of("v*"));
        assertThat(settings.freezes("v1")).isTrue();
        assertThat(settings.freezes("main")).isFalse();
    }

    @Test
    void readsOnlySha256DigestsAsDigests() {
        assertThat(Digest.parse("latest")).isEmpty();
        assertThatThrownBy(() -> new Digest("sha512:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sha512:00'");
    }

    @Test
    void keepsPasswordsOutOfText() {
        AuthorizationToken token = wire.registry.tokens().issue();
        assertThat(token.toString()).doesNotContain(token.password());
    }
}
