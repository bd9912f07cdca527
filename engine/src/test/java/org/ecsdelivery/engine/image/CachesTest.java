package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.built.CacheNote;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachesTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final ImageReference SHOP = ImageReference.parse(HOST + "/shop");

    private final VirtualTime time = new VirtualTime();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryImageRegistry registry = new InMemoryImageRegistry(new RegistryHost(HOST), time).with(SHOP);
    private final RegistryDoors doors = new RegistryDoors(InMemoryRegistries.of(registry), time);

    private BuildCache ready(Optional<String> to, String... from) {
        BuildCache given = new BuildCache(
                List.of(from).stream().map(ImageReference::parse).toList(),
                to.map(ImageReference::parse).map(CacheTo.INLINE::named));
        return ready(given);
    }

    private BuildCache ready(BuildCache given) {
        return new Caches(doors, events)
                .ready(given, List.of(doors.target(SHOP)), List.of(new ImageTag("17"), new ImageTag("latest")));
    }

    @Test
    void areInTheRegistryOfTheCredentialsWhereNoHostIsNamed() {
        BuildCache cache = ready(Optional.of("shop:cache"), "shop:main", "ghcr.io/team/shop:main");
        assertThat(cache.written()).contains(ImageReference.parse(HOST + "/shop:cache"));
        assertThat(cache.from())
                .containsExactly(
                        ImageReference.parse(HOST + "/shop:main"), ImageReference.parse("ghcr.io/team/shop:main"));
        assertThat(events.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop:17",
                HOST + "/shop:latest",
                "123456789012.dkr.ecr-fips.eu-central-1.amazonaws.com/shop:17",
                "123456789012.dkr-ecr.eu-central-1.on.aws/shop:17"
            })
    void neverTakeThePlaceOfTheImage(String cache) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ready(Optional.of(cache)))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_PARAMETERS))
                .withMessageContaining("Cache to (image.cacheTo) is ")
                .withMessageContaining("where the image itself is pushed");
    }

    @Test
    void mayBeTheImageItself() {
        BuildCache inline = new BuildCache(List.of(SHOP.withTag(new ImageTag("latest"))), Optional.of(CacheTo.INLINE));
        assertThat(ready(inline)).isEqualTo(inline);
    }

    @Test
    void mayHaveATagOfTheImageInAnotherRepository() {
        assertThat(ready(Optional.of("shop-cache:latest")).written())
                .contains(ImageReference.parse(HOST + "/shop-cache:latest"));
    }

    @Test
    void areExpectedToFailWhereNoTagMayMove() {
        registry.freezing(SHOP);
        ready(Optional.of("shop:cache"));
        assertThat(events.of(EngineEvent.Warned.class))
                .singleElement()
                .satisfies(warned -> assertThat(warned.text())
                        .startsWith("Cache to (image.cacheTo) is " + HOST + "/shop:cache, and no tag"));
    }

    @Test
    void keepNoBuildFromEndingWellAndAreToldByHowMuchTheyMatter() {
        CacheNews.tell(
                List.of(
                        new CacheNote(CacheNote.Kind.MISSING, "a:1", "not found"),
                        new CacheNote(CacheNote.Kind.UNREAD, "b:1", "403 Forbidden"),
                        new CacheNote(CacheNote.Kind.UNWRITTEN, "c:1", "tag is immutable")),
                events);
        assertThat(events.all())
                .containsExactly(
                        new ImageEvent.CacheMissing("a:1"),
                        new EngineEvent.Warned(
                                "The cache b:1 could not be read, and the build went without it: 403 Forbidden"),
                        new EngineEvent.Warned(
                                "The cache c:1 could not be written; the image is as good without it: tag is immutable"));
    }
}
