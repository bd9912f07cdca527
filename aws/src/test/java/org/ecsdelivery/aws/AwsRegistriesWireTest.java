package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.ImageScans;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registries of several accounts and Regions, over the wire. */
class AwsRegistriesWireTest {
    private static final String ROLE = "arn:aws:iam::210987654321:role/push";

    private final ClientsOfLocalAws europe = new ClientsOfLocalAws();
    private final LocalAws america = LocalAws.builder()
            .clock(europe.clock)
            .account("210987654321")
            .region("us-east-1")
            .start();

    @AfterEach
    void close() {
        america.close();
        europe.close();
    }

    private PushTargets targets(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(Map.of("image.repository", "shop", "image.tags", "1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED))
                .settings()
                .targets();
    }

    private Registries registries(String... keysAndValues) {
        return europe.clients.registries(targets(keysAndValues));
    }

    private Registries withAmerica(String more) {
        return registries(
                "image.registries",
                america.registryHost() + " region=us-east-1 endpoint=" + america.endpoint() + " " + more);
    }

    private RegistryHost americasHost() {
        return new RegistryHost(america.registryHost());
    }

    @Test
    void signsForTheRegionThatTheHostNames() {
        europe.clients.imageRegistry().create(ImageReference.parse("shop"));
        ImageReference there = ImageReference.parse("123456789012.dkr.ecr.us-east-1.amazonaws.com/shop");

        assertThat(europe.clients.imageRegistry().exists(there)).isTrue();
        assertThat(registries().at(there.host().orElseThrow()).orElseThrow().exists(there))
                .isFalse();
    }

    @Test
    void usesTheStepsOwnClientInItsOwnRegion() {
        Registries registries = registries();

        assertThat(registries.at(new RegistryHost("210987654321.dkr.ecr.eu-central-1.amazonaws.com")))
                .contains(registries.own());
    }

    @Test
    void callsTheAddressThatIsGivenForOneRegistry() {
        ImageRegistry registry = withAmerica("").at(americasHost()).orElseThrow();

        registry.create(ImageReference.parse(america.registryHost() + "/shop"));

        assertThat(america.registry().repository("shop")).isPresent();
        assertThat(europe.aws.registry().repository("shop")).isEmpty();
        assertThat(registry.authorize().host()).isEqualTo(americasHost());
    }

    @Test
    void takesTheRoleOfTheRegistryAndNoOtherForIt() {
        america.roles().requireExternalId(ROLE, "shop-7");

        withAmerica("role=" + ROLE + " externalId=shop-7")
                .at(americasHost())
                .orElseThrow()
                .authorize();

        assertThat(america.calls().count("sts", "AssumeRole")).isEqualTo(1);
        assertThat(europe.aws.calls().count("sts", "AssumeRole")).isZero();
    }

    @Test
    void saysWhichRoleIsNotGranted() {
        america.roles().requireExternalId(ROLE, "shop-7");
        ImageRegistry registry = withAmerica("role=" + ROLE).at(americasHost()).orElseThrow();

        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(registry::authorize)
                .withMessageContaining(ROLE);
    }

    @Test
    void countsTheRequestsOfAllRegistriesTogether() {
        withAmerica("").at(americasHost()).orElseThrow().authorize();
        registries().own().authorize();

        assertThat(europe.clients.requests()).containsEntry("ecr:GetAuthorizationToken", 2L);
    }

    @Test
    void keepsTheSecretsOfRolesToBeMasked() {
        int before = europe.clients.secrets().size();

        withAmerica("role=" + ROLE).at(americasHost()).orElseThrow().authorize();

        assertThat(europe.clients.secrets()).hasSizeGreaterThan(before);
    }

    @Test
    void givesUserAndPasswordToTheRegistryTheyAreForAndNoOther() {
        Registries registries = registries(
                "image.repository",
                "ghcr.io/example/shop",
                "image.registryUser",
                "bot",
                "secure:image.registryPassword",
                "hush",
                "aws.region",
                "eu-central-1");

        assertThat(registries
                        .at(new RegistryHost("ghcr.io"))
                        .orElseThrow()
                        .authorize()
                        .userName())
                .isEqualTo("bot");
        assertThat(registries.at(new RegistryHost("quay.io"))).isEmpty();
    }

    @Test
    void asksTheRegistryThatHoldsTheImageForItsScan() {
        PushTargets targets = targets(
                "image.registries", america.registryHost() + " region=us-east-1 endpoint=" + america.endpoint());
        america.registry().create("shop", RepositorySettings.defaults());
        ImageReference image = ImageReference.parse("shop@" + new SmallImage(america).pushed("shop", "1"))
                .inRegistry(americasHost());

        ImageScans scans = europe.clients.scans(targets).scansAt(americasHost()).orElseThrow();

        assertThat(scans.start(image)).isEqualTo(ImageScans.Answer.STARTED);
        assertThat(america.calls().count("ecr", "StartImageScan")).isEqualTo(1);
        assertThat(europe.aws.calls().count("ecr", "StartImageScan")).isZero();
    }

    @Test
    void opensEachRegistryOnceForPushAndScan() {
        PushTargets targets = targets(
                "image.registries", america.registryHost() + " region=us-east-1 endpoint=" + america.endpoint());
        Registries registries = europe.clients.registries(targets);

        assertThat(registries.at(americasHost()))
                .contains(registries.at(americasHost()).orElseThrow());
        assertThat(europe.clients.scans(targets)).isSameAs(registries);
    }

    @Test
    void findsScansInPrivateRegistriesOfEcrOnly() {
        PushTargets targets = targets(
                "image.repository",
                "ghcr.io/example/shop",
                "image.registryUser",
                "bot",
                "secure:image.registryPassword",
                "hush",
                "aws.region",
                "eu-central-1");

        assertThat(europe.clients.scans(targets).scansAt(new RegistryHost("ghcr.io")))
                .isEmpty();
        assertThat(europe.clients.scans(targets).scansAt(new RegistryHost("public.ecr.aws")))
                .isEmpty();
        assertThat(europe.clients.scans(targets).scansAt(new RegistryHost(europe.aws.registryHost())))
                .isPresent();
    }
}
