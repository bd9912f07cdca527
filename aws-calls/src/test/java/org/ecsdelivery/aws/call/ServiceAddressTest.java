package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses are those of the endpoint rule sets that AWS publishes with its SDKs. */
class ServiceAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ssm, eu-central-1, false, false, https://ssm.eu-central-1.amazonaws.com",
        "ssm, us-east-1, true, false, https://ssm-fips.us-east-1.amazonaws.com",
        "ssm, us-gov-east-1, true, false, https://ssm.us-gov-east-1.amazonaws.com",
        "ssm, eu-central-1, false, true, https://ssm.eu-central-1.api.aws",
        "secretsmanager, eu-central-1, false, false, https://secretsmanager.eu-central-1.amazonaws.com",
        "secretsmanager, us-gov-west-1, true, false, https://secretsmanager-fips.us-gov-west-1.amazonaws.com",
        "secretsmanager, us-east-1, true, true, https://secretsmanager-fips.us-east-1.api.aws",
        "secretsmanager, cn-north-1, false, false, https://secretsmanager.cn-north-1.amazonaws.com.cn"
    })
    void findsAService(String service, String region, boolean fips, boolean dualStack, String address) {
        assertThat(at(region, Optional.empty(), fips, dualStack).of(service)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "ECS, eu-central-1, false, false, https://ecs.eu-central-1.amazonaws.com",
        "ECS, us-gov-west-1, true, false, https://ecs-fips.us-gov-west-1.amazonaws.com",
        "ECR, eu-central-1, false, false, https://api.ecr.eu-central-1.amazonaws.com",
        "ECR, cn-north-1, false, false, https://api.ecr.cn-north-1.amazonaws.com.cn",
        "ECR, us-east-1, true, false, https://ecr-fips.us-east-1.amazonaws.com",
        "ECR, eu-central-1, false, true, https://ecr.eu-central-1.api.aws",
        "ECR_PUBLIC, eu-central-1, false, false, https://api.ecr-public.us-east-1.amazonaws.com",
        "ECR_PUBLIC, eu-central-1, false, true, https://ecr-public.us-east-1.api.aws",
        "SSM, eu-central-1, false, false, https://ssm.eu-central-1.amazonaws.com",
        "SECRETS_MANAGER, us-east-1, false, false, https://secretsmanager.us-east-1.amazonaws.com"
    })
    void findsEveryServiceOfTheTable(JsonApi api, String region, boolean fips, boolean dualStack, String address) {
        assertThat(api.address(at(region, Optional.empty(), fips, dualStack))).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "files, eu-central-1, false, false, https://files.s3.eu-central-1.amazonaws.com/a/b.env",
        "my.files, eu-central-1, false, false, https://s3.eu-central-1.amazonaws.com/my.files/a/b.env",
        "files, us-east-1, true, false, https://files.s3-fips.us-east-1.amazonaws.com/a/b.env",
        "files, eu-central-1, false, true, https://files.s3.dualstack.eu-central-1.amazonaws.com/a/b.env",
        "files, cn-north-1, false, false, https://files.s3.cn-north-1.amazonaws.com.cn/a/b.env"
    })
    void findsAnObject(String bucket, String region, boolean fips, boolean dualStack, String address) {
        assertThat(at(region, Optional.empty(), fips, dualStack).ofObject(bucket, "a/b.env"))
                .isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:4566", "http://127.0.0.1:4566/"})
    void goesToTheAddressThatTheStepNames(String endpoint) {
        ServiceAddress address = at("eu-central-1", Optional.of(URI.create(endpoint)), true, true);

        assertThat(address.of("ssm")).isEqualTo(URI.create(endpoint));
        assertThat(address.ofObject("files", "b.env")).isEqualTo(URI.create("http://127.0.0.1:4566/files/b.env"));
    }

    private static ServiceAddress at(String region, Optional<URI> endpoint, boolean fips, boolean dualStack) {
        return new ServiceAddress(new AwsRegion(region), endpoint, fips, dualStack);
    }
}
