package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryParametersTest {
    private static final String EUROPE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final String AMERICA = "210987654321.dkr.ecr.us-east-1.amazonaws.com";
    private static final String ROLE = "arn:aws:iam::210987654321:role/push";

    private static Parsed<ImageSettings> parsed(String... namesAndValues) {
        Map<String, String> given = new HashMap<>(Map.of("image.repository", EUROPE + "/shop", "image.tags", "1"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ImageParameters.parse(given, References.RESOLVED);
    }

    private static ImageSettings settings(String... namesAndValues) {
        return ((Parsed.Valid<ImageSettings>) parsed(namesAndValues)).settings();
    }

    private static List<String> problems(String... namesAndValues) {
        return parsed(namesAndValues).invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"','", "'\n'", "' , '"})
    void takesSeveralRepositoriesOfAnyAccountAndRegion(String separator) {
        PushTargets targets = settings(
                        "image.repository",
                        EUROPE + "/shop" + separator + AMERICA + "/shop" + separator + "ghcr.io/x/shop")
                .targets();

        assertThat(targets.repositories())
                .extracting(Object::toString)
                .containsExactly(EUROPE + "/shop", AMERICA + "/shop", "ghcr.io/x/shop");
        assertThat(targets.first()).hasToString(EUROPE + "/shop");
    }

    @Test
    void takesTheFirstRepositorysRegionForTheStepUnlessAnotherIsGiven() {
        String both = EUROPE + "/shop," + AMERICA + "/shop";

        assertThat(settings("image.repository", both).access().region()).contains(new AwsRegion("eu-central-1"));
        assertThat(settings("image.repository", both, "aws.region", "eu-west-1")
                        .access()
                        .region())
                .contains(new AwsRegion("eu-west-1"));
    }

    @Test
    void namesTheRepositoryThatIsNotInOrderAmongSeveral() {
        assertThat(problems("image.repository", EUROPE + "/shop,https://ghcr.io/shop,x/Y"))
                .singleElement()
                .asString()
                .contains("'https://ghcr.io/shop' begins with https://");
    }

    @Test
    void readsWhatSingleRegistriesNeed() {
        PushTargets targets = settings(
                        "image.registries",
                        "210987654321  role=" + ROLE + " externalId=a=b\n\n"
                                + "127.0.0.1:4567 region=us-east-1 endpoint=http://127.0.0.1:4567\n")
                .targets();

        assertThat(targets.rules())
                .containsExactly(
                        new RegistryRule(
                                "210987654321",
                                Optional.of(new AwsAccess.Role(ROLE, Optional.of("a=b"))),
                                Optional.empty(),
                                Optional.empty()),
                        new RegistryRule(
                                "127.0.0.1:4567",
                                Optional.empty(),
                                Optional.of(new AwsRegion("us-east-1")),
                                Optional.of(URI.create("http://127.0.0.1:4567"))));
    }

    @Test
    void takesTheRuleOfTheHostBeforeTheOneOfItsAccount() {
        PushTargets targets = settings(
                        "image.registries", "210987654321 role=" + ROLE + "\n" + AMERICA + " role=" + ROLE + "-here")
                .targets();

        assertThat(targets.rule(new RegistryHost(AMERICA)).orElseThrow().registry())
                .isEqualTo(AMERICA);
        assertThat(targets.rule(new RegistryHost("210987654321.dkr.ecr.eu-west-1.amazonaws.com"))
                        .orElseThrow()
                        .registry())
                .isEqualTo("210987654321");
        assertThat(targets.rule(new RegistryHost(EUROPE))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "21098765432.dkr.ecr.us-east-1.amazonaws.com role=x | 11 digits",
                "210987654321 role=push | 'push' is not the ARN of a role",
                "210987654321 user=x | 'user=x' after 210987654321 is none of role=, externalId=, region= and endpoint=",
                "210987654321 externalId=x | has an externalId, but no role",
                "210987654321 region=eu-west-1 | leave it out",
                "210987654321.dkr.ecr.us-east-1.amazonaws.com region=eu-west-1 | leave it out",
                "127.0.0.1:80 region=nowhere | 'nowhere'",
                "127.0.0.1:80 endpoint=127.0.0.1 | '127.0.0.1' is not an http or https address",
                "https://ghcr.io | begins with https://"
            })
    void saysWhatIsWrongInALine(String line, String said) {
        assertThat(problems("image.registries", line))
                .singleElement()
                .asString()
                .contains(said, "image.registries");
    }

    @Test
    void refusesTwoLinesForOneRegistry() {
        assertThat(problems("image.registries", "210987654321 role=" + ROLE + "\n210987654321"))
                .singleElement()
                .asString()
                .contains("'210987654321' is given twice");
    }

    @Test
    void sendsUserAndPasswordToTheOnlyRegistryThatIsNotEcrs() {
        assertThat(settings(
                                "image.repository",
                                EUROPE + "/shop,ghcr.io/x/shop,public.ecr.aws/a/shop",
                                "image.registryUser",
                                "bot",
                                "secure:image.registryPassword",
                                "hush")
                        .targets()
                        .login())
                .contains(new RegistryLogin(new RegistryHost("ghcr.io"), "bot", Secret.of("hush")));
    }

    @Test
    void sendsUserAndPasswordToTheRegistryThatIsNamed() {
        assertThat(settings(
                                "image.registryHost",
                                "docker.io",
                                "image.registryUser",
                                "bot",
                                "secure:image.registryPassword",
                                "hush")
                        .targets()
                        .login()
                        .map(RegistryLogin::host))
                .contains(new RegistryHost("docker.io"));
    }

    @Test
    void sendsAPasswordNowhereWhereItIsNotClearWhichRegistryItIsFor() {
        String[] login = {"image.registryUser", "bot", "secure:image.registryPassword", "hush", "image.repository", ""};
        login[5] = EUROPE + "/shop";
        assertThat(problems(login)).singleElement().asString().contains("image.registryHost", "not for which registry");
        login[5] = "ghcr.io/xy,quay.io/xy";
        assertThat(problems(login)).singleElement().asString().contains("names [ghcr.io, quay.io]");
    }

    @Test
    void demandsUserAndPasswordTogether() {
        assertThat(problems("image.repository", "ghcr.io/xy", "image.registryUser", "bot"))
                .singleElement()
                .asString()
                .contains("secure:image.registryPassword", "only one of user and password");
        assertThat(problems("image.registryHost", "ghcr.io"))
                .singleElement()
                .asString()
                .contains("without user and password");
    }

    @Test
    void needsNoUserForEcr() {
        assertThat(problems(
                        "image.registryHost",
                        EUROPE,
                        "image.registryUser",
                        "bot",
                        "secure:image.registryPassword",
                        "hush"))
                .singleElement()
                .asString()
                .contains("gets tokens for by itself");
    }

    @ParameterizedTest
    @CsvSource({"ghcr.io/example/shop", "public.ecr.aws/a1b2c3/shop"})
    void asksForAScanOnlyWhereOneOfTheRepositoriesIsAPrivateOneOfEcr(String first) {
        String[] given = {
            "image.repository",
            first,
            "image.registries",
            "210987654321 role=" + ROLE,
            "image.registryHost",
            "ghcr.io",
            "image.registryUser",
            "bot",
            "secure:image.registryPassword",
            "hush",
            "image.scan",
            "GATE"
        };
        assertThat(problems(given))
                .singleElement()
                .asString()
                .contains("Vulnerability scan (image.scan): ECR scans images in its private repositories");

        given[1] = first + "," + AMERICA + "/shop";
        assertThat(problems(given)).isEmpty();
    }

    @Test
    void asksForTheAliasThatARepositoryOfEcrPublicLiesBelow() {
        assertThat(problems("image.repository", "public.ecr.aws/shop"))
                .singleElement()
                .asString()
                .contains("lacks the alias", "public.ecr.aws/ALIAS/REPOSITORY");
        assertThat(problems("image.repository", "public.ecr.aws/a1b2c3/shop")).isEmpty();
    }

    @Test
    void takesNoRegionForEcrPublicWhichHasOne() {
        assertThat(problems("image.repository", "shop", "image.registries", "public.ecr.aws region=eu-west-1"))
                .singleElement()
                .asString()
                .contains("leave it out");
    }
}
