package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredImageTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "team/shop",
                "team/shop:1",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop",
                "123456789012.dkr-ecr.eu-central-1.on.aws/shop:1",
                "public.ecr.aws/a1b2c3d4/shop",
                "ghcr.io/example/shop",
                "localhost:5000/shop",
                "registry.example.on.awsome.net/shop",
                "dkr.example.com/shop"
            })
    void readsWhatIsInOrder(String text) {
        assertThat(EnteredImage.parse(text)).isEqualTo(ImageReference.parse(text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop | begins with https://",
                "docker://ghcr.io/shop | begins with docker://",
                "12345678901.dkr.ecr.eu-central-1.amazonaws.com/shop | has an account of 11 digits, and every account has 12",
                "1234-5678-9012.dkr.ecr.eu-central-1.amazonaws.com/shop | has an account with dashes: 123456789012",
                "shop.dkr.ecr.eu-central-1.amazonaws.com/shop | begins with 'shop' in place of an account's 12 digits",
                "123456789012.dkr.ecr.eu-centra-1.amazonaws.com/shop | 'eu-centra-1', which is no Region: did you mean eu-central-1?",
                "123456789012.dkr.ecr.eu-central1.amazonaws.com/shop | did you mean eu-central-1?",
                "123456789012.dkr.ecr.us-est-2.amazonaws.com/shop | did you mean us-east-2?",
                "123456789012.dkr.ecr.nowhere.amazonaws.com/shop | lies in 'nowhere', which is no Region",
                "123456789012.dkr.ecr.cn-north-1.amazonaws.com/shop | is 123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
                "123456789012.dkr.ecr.eu-central-1.on.aws/shop | for IPv6 too 123456789012.dkr-ecr.eu-central-1.on.aws",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.co/shop | is no host of eu-central-1",
                "123456789012.DKR.ecr.eu-central-1.amazonaws.com/shop | has capital letters",
                "vpce-0a1b-c2d3.dkr.ecr.eu-central-1.vpce.amazonaws.com/shop | is the address of a VPC endpoint",
                "api.ecr.eu-central-1.amazonaws.com/shop | is the address of ECR's API",
                "123456789012.ecr.eu-central-1.amazonaws.com/shop | is no host of a registry of ECR",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com:443/shop | is no host of eu-central-1",
                "123456789012.dkr.ecr.eu-centra-1.amazonaws.com | a repository follows it"
            })
    void saysWhatIsWrongWithANameThatDockerWouldOnlyNotFind(String text, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnteredImage.parse(text))
                .withMessageContaining(said);
    }

    @Test
    void readsTheHostOfARegistryAlone() {
        assertThat(EnteredImage.host("ghcr.io")).hasToString("ghcr.io");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnteredImage.host("https://ghcr.io"))
                .withMessageContaining("begins with https://");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnteredImage.host("12345.dkr.ecr.eu-central-1.amazonaws.com"))
                .withMessageContaining("5 digits");
    }
}
