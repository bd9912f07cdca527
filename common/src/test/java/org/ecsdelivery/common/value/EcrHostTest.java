package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcrHostTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dkr.ecr.eu-central-1.amazonaws.com, eu-central-1, aws, false, false",
        "dkr.ecr-fips.us-east-1.amazonaws.com, us-east-1, aws, true, false",
        "dkr-ecr.ap-southeast-7.on.aws, ap-southeast-7, aws, false, true",
        "dkr-ecr-fips.us-west-2.on.aws, us-west-2, aws, true, true",
        "dkr.ecr.mx-central-1.amazonaws.com, mx-central-1, aws, false, false",
        "dkr.ecr.cn-north-1.amazonaws.com.cn, cn-north-1, aws-cn, false, false",
        "dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn, cn-northwest-1, aws-cn, false, true",
        "dkr.ecr.us-gov-west-1.amazonaws.com, us-gov-west-1, aws-us-gov, false, false",
        "dkr-ecr-fips.us-gov-east-1.on.aws, us-gov-east-1, aws-us-gov, true, true",
        "dkr.ecr.eusc-de-east-1.amazonaws.eu, eusc-de-east-1, aws-eusc, false, false",
        "dkr.ecr.us-iso-east-1.c2s.ic.gov, us-iso-east-1, aws-iso, false, false",
        "dkr.ecr.us-isob-east-1.sc2s.sgov.gov, us-isob-east-1, aws-iso-b, false, false",
        "dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk, eu-isoe-west-1, aws-iso-e, false, false",
        "dkr.ecr.us-isof-south-1.csp.hci.ic.gov, us-isof-south-1, aws-iso-f, false, false"
    })
    void tellsWhereAPrivateRegistryLiesByItsHostAlone(
            String host, String region, String partition, boolean fips, boolean dualStack) {
        assertThat(EcrHost.of("123456789012." + host)).hasValueSatisfying(found -> {
            assertThat(found.account()).isEqualTo("123456789012");
            assertThat(found.region()).hasToString(region);
            assertThat(found.partition().id()).isEqualTo(partition);
            assertThat(found.fips()).isEqualTo(fips);
            assertThat(found.dualStack()).isEqualTo(dualStack);
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr.cn-north-1.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com.cn",
                "123456789012.dkr-ecr.eu-central-1.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.on.aws",
                "123456789012.dkr.ecr.us-iso-east-1.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com:443"
            })
    void takesNoHostForOneOfEcrThatDoesNotExistThere(String host) {
        assertThat(EcrHost.of(host)).isEmpty();
    }

    @Test
    void namesThePlainHostThatTokensAreFor() {
        assertThat(EcrHost.of("123456789012.dkr-ecr-fips.us-west-2.on.aws")
                        .orElseThrow()
                        .plain())
                .hasToString("123456789012.dkr.ecr.us-west-2.amazonaws.com");
        assertThat(EcrHost.of("123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn")
                        .orElseThrow()
                        .plain())
                .hasToString("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn");
    }
}
