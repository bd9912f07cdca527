package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
    private static final String SECRET = "p<a&s\"s'w/o+r d\\=";

    private final Masking masking = new Masking(new RecordedPasswords());

    static Stream<String> forms() {
        return Stream.of(
                SECRET,
                base64(SECRET),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                "p<a&s\\\"s'w/o+r d\\\\=",
                "p&lt;a&amp;s&quot;s&#39;w/o+r d\\=");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void masksASecretInEveryFormInWhichItMayComeBack(String form) {
        masking.add(Secret.of(SECRET));

        assertThat(masking.masked("before " + form + " after")).isEqualTo("before ******* after");
    }

    @Test
    void masksATokenAsBasicAuthenticationSendsIt() {
        masking.add(new RegistryCredential(new RegistryHost(BuildOnTest.HOST), "AWS", Secret.of("token"), Instant.MAX));

        assertThat(masking.masked("Authorization: Basic " + base64("AWS:token")))
                .isEqualTo("Authorization: Basic *******");
    }

    @Test
    void masksWhatComesToLightLater() {
        Set<Secret> secrets = new HashSet<>();
        masking.follow(() -> secrets);
        secrets.add(Secret.of("session"));

        assertThat(masking.masked("the session of the role")).isEqualTo("the ******* of the role");
    }

    @Test
    void leavesEveryTextAloneForASecretThatIsEmpty() {
        masking.add(Secret.of(" "));

        assertThat(masking.masked("a b c")).isEqualTo("a b c");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
