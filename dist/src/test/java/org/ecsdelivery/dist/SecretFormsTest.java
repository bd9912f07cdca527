package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormsTest {
    private static final String SECRET = "worth+nothing/but=secret";

    private final SecretForms forms = SecretForms.of("the secret", SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AB", "AWS:", "{\"password\":\""})
    void areFoundInWhatWasEncodedWithOtherText(String before) {
        byte[] bytes = (before + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(forms.isIn(Base64.getEncoder().encodeToString(bytes))).isTrue();
        assertThat(forms.isIn(Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "a=worth%2Bnothing%2Fbut%3Dsecret&b",
                "worth+nothing\\/but=secret",
                "terces=tub/gnihton+htrow"
            })
    void areFoundAsProgramsWriteThem(String text) {
        assertThat(forms.isIn(text)).isTrue();
    }

    @Test
    void areNotFoundInOtherText() {
        assertThat(forms.isIn("worth nothing but secret")).isFalse();
    }
}
