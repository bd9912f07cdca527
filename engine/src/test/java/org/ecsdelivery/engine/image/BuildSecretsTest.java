package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildSecretsTest {
    @TempDir
    Path root;

    private Path checkout;
    private Path temporary;
    private BuildPlace place;

    @BeforeEach
    void plant() throws IOException {
        root = root.toRealPath();
        checkout = Files.createDirectories(root.resolve("checkout/app")).getParent();
        temporary = Files.createDirectory(root.resolve("temp"));
        place = new BuildPlace(checkout, checkout.resolve("app"), temporary);
        Files.writeString(checkout.resolve(".npmrc"), "token");
        Files.writeString(temporary.resolve("shop.env"), "A=1");
        Files.writeString(root.resolve("elsewhere"), "not yours");
    }

    private String refusal(Map<String, String> secrets) {
        EngineException[] refused = new EngineException[1];
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> BuildSecrets.resolve(secrets, place))
                .satisfies(failure -> refused[0] = failure);
        assertThat(refused[0].kind()).isEqualTo(FailureKind.INVALID_PATH);
        return refused[0].fact();
    }

    @Test
    void findsFilesOfTheCheckoutAndOfTheBuildsTemporaryDirectory() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("npm", ".npmrc");
        secrets.put("env", temporary.resolve("shop.env").toString());
        assertThat(BuildSecrets.resolve(secrets, place))
                .containsExactly(
                        Map.entry("npm", checkout.resolve(".npmrc")), Map.entry("env", temporary.resolve("shop.env")));
    }

    @Test
    void followsALinkThatStaysInside() throws IOException {
        Files.createSymbolicLink(checkout.resolve("link"), Path.of("../temp/shop.env"));
        assertThat(BuildSecrets.resolve(Map.of("env", "link"), place))
                .containsEntry("env", temporary.resolve("shop.env"));
    }

    @Test
    void namesEverySecretThatCannotBeUsedAtOnce() throws IOException {
        Files.createSymbolicLink(checkout.resolve("link"), root.resolve("elsewhere"));
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("good", ".npmrc");
        secrets.put("gone", "gone.txt");
        secrets.put("up", "../elsewhere");
        secrets.put("link", "link");
        secrets.put("dir", "app");
        secrets.put("device", "/dev/zero");
        assertThat(refusal(secrets))
                .startsWith("Build secrets (image.secrets): 'gone' (gone.txt) does not exist in the checkout directory "
                        + checkout)
                .contains("'up' (../elsewhere) leads to " + root.resolve("elsewhere") + ", outside of the checkout")
                .contains("'link' (link) leads to " + root.resolve("elsewhere") + ", outside of the checkout")
                .contains("'dir' (app) leads to " + checkout.resolve("app") + ", which is a directory")
                .contains("'device' (/dev/zero) leads to /dev/zero, outside of the checkout")
                .doesNotContain("good");
    }

    @Test
    void refusesAFileThatBuildKitFindsTooLarge() throws IOException {
        Files.write(checkout.resolve("most"), new byte[500 * 1024]);
        Files.write(checkout.resolve("more"), new byte[500 * 1024 + 1]);
        assertThat(refusal(Map.of("more", "more")))
                .contains("'more' (more) has more than the 500 KiB that BuildKit takes");
        assertThat(BuildSecrets.resolve(Map.of("most", "most"), place)).hasSize(1);
    }

    @Test
    void doesWithoutATemporaryDirectory() throws IOException {
        Files.delete(temporary.resolve("shop.env"));
        Files.delete(temporary);
        assertThat(refusal(Map.of("up", "../elsewhere"))).contains("outside of the checkout");
    }
}
