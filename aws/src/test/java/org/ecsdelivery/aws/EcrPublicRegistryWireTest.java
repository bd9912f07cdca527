package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ECR Public over the wire. */
class EcrPublicRegistryWireTest {
    private static final RegistryHost HOST = new RegistryHost("public.ecr.aws");
    private static final ImageReference SHOP = ImageReference.parse("public.ecr.aws/a1b2c3d4/team/shop");

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Registries registries(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(Map.of("image.tags", "1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return sandbox.clients.registries(
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED))
                        .settings()
                        .targets());
    }

    private ImageRegistry registry() {
        return registries("image.repository", SHOP.toString()).at(HOST).orElseThrow();
    }

    @Test
    void givesATokenThatTheRegistryTakesAndSaysHowLong() {
        RegistryCredential credential = registry().authorize();

        assertThat(credential.host()).isEqualTo(HOST);
        assertThat(credential.userName()).isEqualTo("AWS");
        assertThat(credential.password().reveal()).isNotBlank();
        assertThat(credential.expiresAt()).isEqualTo(sandbox.clock.instant().plus(Duration.ofHours(12)));
    }

    @Test
    void createsARepositoryBelowTheAliasThatTheNameBeginsWith() {
        assertThat(registry().exists(SHOP)).isFalse();

        registry().create(SHOP);

        assertThat(registry().exists(SHOP)).isTrue();
        assertThat(sandbox.aws.registry().repository("a1b2c3d4/team/shop")).isPresent();
        assertThat(sandbox.aws.calls().count("ecr", "CreateRepository")).isZero();
        assertThatCode(() -> registry().create(SHOP)).doesNotThrowAnyException();
    }

    @Test
    void namesThePermissionThatIsMissing() {
        sandbox.aws.faults().always("ecr-public", "CreateRepository", Fault.denied());

        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> registry().create(SHOP))
                .satisfies(denied -> assertThat(denied.action()).isEqualTo("ecr-public:CreateRepository"));
    }

    @Test
    void doesNotLogInWhereAnybodyMayPull() {
        assertThat(registries("image.repository", "shop").at(HOST)).isEmpty();
        assertThat(sandbox.aws.calls().count("ecr-public", "GetAuthorizationToken"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public.ecr.aws", "public.ecr.aws role=arn:aws:iam::210987654321:role/pull"})
    void logsInForBaseImagesWhereALineSaysSo(String line) {
        registries("image.repository", "shop", "image.registries", line)
                .at(HOST)
                .orElseThrow()
                .authorize();

        assertThat(sandbox.aws.calls().count("ecr-public", "GetAuthorizationToken"))
                .isEqualTo(1);
        assertThat(sandbox.aws.calls().count("sts", "AssumeRole")).isEqualTo(line.contains("role") ? 1 : 0);
    }

    @Test
    void knowsNoImagesThatATagStandsForAndLetsEachPushFindOut() {
        registry().create(SHOP);

        assertThat(registry().held(ImageReference.parse(SHOP + ":1"))).isEmpty();
        assertThat(registry().freezesTags(SHOP)).isFalse();
        assertThat(registry().repositories()).isEmpty();
    }
}
