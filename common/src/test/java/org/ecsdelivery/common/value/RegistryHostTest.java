package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHostTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "123456789012.dkr.ecr.eu-central-1.amazonaws.com, eu-central-1",
        "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com, us-east-1",
        "123456789012.dkr-ecr.us-west-2.on.aws, us-west-2",
        "123456789012.dkr-ecr-fips.us-west-2.on.aws, us-west-2",
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn, cn-north-1",
        "123456789012.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn, cn-northwest-1",
        "123456789012.dkr.ecr.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "123456789012.dkr.ecr-fips.us-gov-east-1.amazonaws.com, us-gov-east-1",
        "123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu, eusc-de-east-1",
        "123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov, us-iso-east-1",
        "123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov, us-isob-east-1",
        "123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk, eu-isoe-west-1",
        "123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov, us-isof-south-1"
    })
    void tellsAccountAndRegionOfEveryFormOfEcrHost(String text, String region) {
        RegistryHost host = new RegistryHost(text);

        assertThat(host.account()).contains("123456789012");
        assertThat(host.region()).contains(new AwsRegion(region));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "docker.io",
                "public.ecr.aws",
                "localhost:5000",
                "127.0.0.1:5000",
                "[::1]:5000",
                "12345.dkr.ecr.eu-central-1.amazonaws.com",
                "123456789012.dkr.ecr.nowhere.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com.example.org",
                "x123456789012.dkr.ecr.eu-central-1.amazonaws.com"
            })
    void takesNoOtherHostForEcr(String text) {
        RegistryHost host = new RegistryHost(text);

        assertThat(host.account()).isEmpty();
        assertThat(host.region()).isEmpty();
    }

    @Test
    void knowsFipsAndDualStackHostsAsTheSameRegistry() {
        RegistryHost plain = new RegistryHost("123456789012.dkr.ecr.us-east-1.amazonaws.com");

        assertThat(plain.isSameRegistryAs(new RegistryHost("123456789012.dkr.ecr-fips.us-east-1.amazonaws.com")))
                .isTrue();
        assertThat(plain.isSameRegistryAs(new RegistryHost("123456789012.dkr-ecr.us-east-1.on.aws")))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "210987654321.dkr.ecr.us-east-1.amazonaws.com",
                "123456789012.dkr.ecr.us-east-2.amazonaws.com",
                "localhost:5000"
            })
    void keepsRegistriesOfAnotherAccountOrRegionApart(String other) {
        RegistryHost plain = new RegistryHost("123456789012.dkr.ecr.us-east-1.amazonaws.com");

        assertThat(plain.isSameRegistryAs(new RegistryHost(other))).isFalse();
    }

    @Test
    void keepsHostsOutsideEcrApartUnlessTheyAreEqual() {
        assertThat(new RegistryHost("localhost:5000").isSameRegistryAs(new RegistryHost("localhost:5001")))
                .isFalse();
        assertThat(new RegistryHost("localhost:5000").isSameRegistryAs(new RegistryHost("localhost:5000")))
                .isTrue();
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "https:", "a b", "-a", "a-", "a/b", "a:port", "a:123456", "[::1", "user@host"})
    void refusesWhatIsNoHost(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryHost(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("registry host");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"localhost, true", "localhost:5000, true", "a.b, true", "[::1]:5000, true", "team, false"})
    void recognisesTheHostPartOfAnImageNameByDockersRule(String firstPart, boolean host) {
        assertThat(RegistryHost.looksLikeHost(firstPart)).isEqualTo(host);
    }
}
