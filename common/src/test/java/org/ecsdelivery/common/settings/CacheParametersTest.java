package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheParametersTest {
    private static final ImageReference CACHE = ImageReference.parse("ghcr.io/team/shop:cache");

    private static Parsed<ImageSettings> parsed(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ImageParameters.parse(given, References.RESOLVED);
    }

    private static BuildCache cache(String... keysAndValues) {
        return ((Parsed.Valid<ImageSettings>) parsed(keysAndValues))
                .settings()
                .options()
                .cache();
    }

    private static InvalidParameter problem(String... keysAndValues) {
        List<InvalidParameter> problems = ((Parsed.Invalid<ImageSettings>) parsed(keysAndValues)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void isTheBuildersOwnWhereNothingIsSaid() {
        assertThat(cache()).isEqualTo(BuildCache.NONE);
    }

    @Test
    void isReadFromEveryImageNamedInEitherForm() {
        assertThat(cache(
                                "image.cacheFrom",
                                "ghcr.io/team/shop:cache\n\n type=registry,ref=team/shop:main \nteam/shop:main")
                        .from())
                .containsExactly(CACHE, ImageReference.parse("team/shop:main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline", "type=inline"})
    void isHeldByTheImageItself(String text) {
        BuildCache cache = cache("image.cacheTo", text);
        assertThat(cache.to()).contains(CacheTo.INLINE);
        assertThat(cache.written()).isEmpty();
        assertThat(cache.onlyRead()).isEqualTo(cache);
    }

    @Test
    void isLeftInAnImageOfItsOwn() {
        BuildCache cache = cache("image.cacheTo", "ghcr.io/team/shop:cache");
        assertThat(cache.to()).contains(new CacheTo(Optional.of(CACHE), Map.of()));
        assertThat(cache.onlyRead()).isEqualTo(BuildCache.NONE);
    }

    @Test
    void isOfTheFormThatIsSaid() {
        BuildCache cache = cache(
                "image.cacheTo",
                "type=registry,ref=ghcr.io/team/shop:cache,mode=min,compression=zstd,ignore-error=false");
        assertThat(cache.to())
                .contains(new CacheTo(
                        Optional.of(CACHE), Map.of("mode", "min", "compression", "zstd", "ignore-error", "false")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "cacheFrom ! type=local,src=/cache ! a cache of the type 'local' is none that steps on several agents can share",
                "cacheFrom ! type=registry ! there is no ref=...",
                "cacheFrom ! team/shop ! names no tag, or a digest",
                "cacheFrom ! ref=shop:1,mode=max ! 'mode' says nothing about a cache to read",
                "cacheFrom ! inline ! 'inline' names no tag",
                "cacheTo ! type=gha ! a cache of the type 'gha'",
                "cacheTo ! type=registry,ref=shop:cache,mode=all ! 'mode' is 'all', and not of the form min|max",
                "cacheTo ! type=registry,ref=shop:cache,dest=/x ! 'dest' is none of what can be said",
                "cacheTo ! ref=shop:cache,ref=shop:main ! 'ref' is given twice",
                "cacheTo ! ref=shop:cache,mode ! 'mode' is not of the form name=value"
            })
    void isRefusedWithWhatIsWrong(String name, String text, String problem) {
        InvalidParameter refused = problem("image." + name, text);
        assertThat(refused.parameter().name()).isEqualTo("image." + name);
        assertThat(refused.problem()).contains(problem);
    }

    @Test
    void isLeftInOnePlaceOnly() {
        assertThat(problem("image.cacheTo", "shop:a\nshop:b").problem()).contains("there can be one such cache");
    }

    @Test
    void isLeftByBuildKitOnly() {
        assertThat(problem("image.builder", "ENGINE", "image.cacheTo", "inline").problem())
                .isEqualTo("needs BuildKit, and Builder (image.builder) is ENGINE");
        assertThat(cache("image.builder", "ENGINE", "image.cacheFrom", "ghcr.io/team/shop:cache")
                        .from())
                .containsExactly(CACHE);
    }
}
