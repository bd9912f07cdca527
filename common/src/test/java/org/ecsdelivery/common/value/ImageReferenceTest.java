package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String ECR = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "0123456789abcdef".repeat(4));

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "app",
                "team/app",
                "team/app:1.2",
                "localhost/app:1",
                "localhost:5000/app",
                "127.0.0.1:5000/team/app",
                "127.0.0.1:5000/team/app:7",
                "[::1]:5000/team/app:7",
                ECR + "/team/app",
                ECR + "/team/app:latest",
                ECR + "/a/b/c_d-e.f:v1_2-3"
            })
    void printsWhatItRead(String text) {
        assertThat(ImageReference.parse(text)).hasToString(text);
        assertThat(ImageReference.parse(text + "@" + DIGEST)).hasToString(text + "@" + DIGEST);
    }

    @Test
    void tellsThePartsApart() {
        ImageReference image = ImageReference.parse(ECR + "/team/app:1.2@" + DIGEST);

        assertThat(image.host()).contains(new RegistryHost(ECR));
        assertThat(image.repository()).isEqualTo(new RepositoryName("team/app"));
        assertThat(image.tag()).contains(new ImageTag("1.2"));
        assertThat(image.digest()).contains(DIGEST);
        assertThat(image.name()).isEqualTo(ECR + "/team/app");
    }

    @Test
    void takesThePortOfALoopbackHostForNoTag() {
        ImageReference image = ImageReference.parse("127.0.0.1:5000/team/app");

        assertThat(image.host()).contains(new RegistryHost("127.0.0.1:5000"));
        assertThat(image.tag()).isEmpty();
    }

    @Test
    void takesAFirstPartWithoutDotOrColonForAPartOfTheRepository() {
        assertThat(ImageReference.parse("team/app").host()).isEmpty();
    }

    @ParameterizedTest(name = "''{0}'' names {1}")
    @CsvSource({
        "'', ''",
        "'Team/App', Team/App",
        "'team//app', team//app",
        "'team/app:', ''",
        "'team/app:a b', a b",
        "'team/app:-x', -x",
        "'team/app@sha256:12', sha256:12",
        "'team/app@', ''",
        "'https://registry.example.com/team/app', https:",
        "'registry.example.com/', ''",
        "'/team/app', /team/app",
        "'team/app:1:2', 1:2"
    })
    void namesThePartItRefuses(String text, String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessageContaining("'" + part + "' is not a");
    }

    @Test
    void refusesAnEcrHostWithoutARepository() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(ECR))
                .withMessage("'" + ECR + "' is a registry without a repository");
    }

    @Test
    void dropsTheTagWhenPinnedToADigest() {
        assertThat(ImageReference.parse(ECR + "/app:1").pinnedTo(DIGEST)).hasToString(ECR + "/app@" + DIGEST);
    }

    @Test
    void dropsTheDigestWhenGivenATag() {
        assertThat(ImageReference.parse("app@" + DIGEST).withTag(new ImageTag("2")))
                .hasToString("app:2");
    }

    @Test
    void movesToAnotherRegistryWithTagAndDigest() {
        ImageReference image = ImageReference.parse("team/app:1@" + DIGEST);

        assertThat(image.inRegistry(new RegistryHost("localhost:5000")))
                .hasToString("localhost:5000/team/app:1@" + DIGEST);
    }

    @Test
    void startsFromHostAndRepositoryAlone() {
        assertThat(ImageReference.of(new RegistryHost("localhost:5000"), new RepositoryName("app")))
                .hasToString("localhost:5000/app");
    }

    @Test
    void readsBackWhateverItPrints() {
        Random random = new Random(20261120);
        for (int round = 0; round < 2_000; round++) {
            ImageReference image = anyImage(random);

            assertThat(ImageReference.parse(image.toString())).isEqualTo(image);
        }
    }

    @Test
    void answersAnyTextWithAnImageOrARefusal() {
        Random random = new Random(4711);
        String alphabet = "abAB01.:/@-_[]% ";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));

            assertThat(printedOrRefused(text.toString())).isIn("refused", text.toString());
        }
    }

    private static String printedOrRefused(String text) {
        try {
            return ImageReference.parse(text).toString();
        } catch (IllegalArgumentException expected) {
            return "refused";
        }
    }

    private static ImageReference anyImage(Random random) {
        List<String> hosts = List.of(ECR, "localhost", "127.0.0.1:5000", "registry.example.com:443", "[::1]:5000");
        List<String> words = List.of("app", "team", "a-b", "c_d", "e.f", "g--h", "7up");
        StringBuilder path = new StringBuilder(words.get(random.nextInt(words.size())));
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.append('/').append(words.get(random.nextInt(words.size())));
        }
        return new ImageReference(
                random.nextBoolean()
                        ? Optional.of(new RegistryHost(hosts.get(random.nextInt(hosts.size()))))
                        : Optional.empty(),
                withoutHostLikeStart(path.toString()),
                random.nextBoolean() ? Optional.of(new ImageTag("v" + random.nextInt(1000))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(DIGEST) : Optional.empty());
    }

    /** A repository whose first part has a dot can only be written after a host: that ambiguity is Docker's. */
    private static RepositoryName withoutHostLikeStart(String path) {
        return new RepositoryName(path.startsWith("e.f") ? "e" + path.substring(3) + "-f" : path);
    }
}
