package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {
    private static final ImageStep IMAGE = ImageStep.of("team/shop");
    private static final DeployStep DEPLOY = DeployStep.of("prod", "shop");

    @Test
    void namesTheRunTypesOfThePlugin() {
        assertThat(IMAGE.type()).isEqualTo("ecs-delivery-image");
        assertThat(DEPLOY.type()).isEqualTo("ecs-delivery-deploy");
    }

    @Test
    void hasNoNameUntilItIsGivenOne() {
        assertThat(IMAGE.name()).isEmpty();
        assertThat(IMAGE.name("Push").name()).isEqualTo("Push");
    }

    @Test
    void leavesOutWhatTheStepDoesAnyway() {
        ImageStep image = IMAGE.context(".")
                .standardLabels(true)
                .pull(false)
                .noCache(false)
                .builder(ImageBuilder.AUTO)
                .createRepository(true);
        DeployStep deploy = DEPLOY.finishLevel(FinishLevel.DRAINED).timeout(Duration.ofMinutes(30));

        assertThat(image.parameters()).isEqualTo(IMAGE.parameters());
        assertThat(deploy.parameters()).isEqualTo(DEPLOY.parameters());
    }

    @Test
    void collectsBuildSecretsById() {
        assertThat(IMAGE.secret("npm", "%system.teamcity.build.tempDir%/npmrc")
                        .secret("env", ".env")
                        .parameters())
                .contains(entry("image.secrets", "npm=%system.teamcity.build.tempDir%/npmrc\nenv=.env"));
    }

    @Test
    void namesTheCachesOfABuild() {
        assertThat(IMAGE.cacheFrom("shop:cache", "shop:main")
                        .cacheTo("shop:cache")
                        .parameters())
                .contains(entry("image.cacheFrom", "shop:cache\nshop:main"), entry("image.cacheTo", "shop:cache"));
    }

    @Test
    void goesBackToADefaultThatIsSetAfterAnotherValue() {
        assertThat(IMAGE.pull(true).pull(false).parameters()).isEqualTo(IMAGE.parameters());
    }

    @Test
    void writesTheDefaultsOfRequiredParametersBecauseStoredSettingsGetNone() {
        assertThat(IMAGE.parameters()).contains(entry("image.tags", "%build.number%"));
        assertThat(DEPLOY.parameters()).contains(entry("deploy.image", "%ecs-delivery.image.uri%"));
    }

    @Test
    void refusesToBeWithoutARequiredValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeployStep.of("prod", " "))
                .withMessageStartingWith(
                        "Service (deploy.service): nothing is given. Enter the name or ARN of the ECS service.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "zxx775d03cbe80d301b",
                "credentialsJSON:",
                "hunter%x%",
                "%x%hunter",
                "%a% %b%",
                "%not a reference%"
            })
    void refusesASecretInPlainTextAndDoesNotRepeatIt(String literal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEPLOY.accessKeys("AKIDEXAMPLE", literal))
                .withMessageStartingWith("Secret access key (secure:aws.secretAccessKey): ")
                .withMessageContaining("credentialsJSON:...")
                .withMessageContaining("%deploy.secret%")
                .satisfies(refusal -> assertThat(refusal.getMessage().replace("credentialsJSON:...", ""))
                        .doesNotContain(literal));
    }

    @Test
    void refusesASessionTokenInPlainText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IMAGE.temporaryAccessKeys("AKIDEXAMPLE", "%aws.secret%", "hunter2"))
                .withMessageStartingWith("Session token (secure:aws.sessionToken): ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"credentialsJSON:11111111-2222-3333-4444-555555555555", "%aws.secret%", "%vault:ci/aws!/secret%"
            })
    void takesASecretByTokenOrReference(String reference) {
        assertThat(DEPLOY.accessKeys("AKIDEXAMPLE", reference).parameters())
                .contains(entry("secure:aws.secretAccessKey", reference));
    }

    @Test
    void forgetsTheTokenOfTemporaryKeysWhenLastingOnesReplaceThem() {
        DeployStep step = DEPLOY.temporaryAccessKeys("A", "%s%", "%t%").accessKeys("B", "%s%");

        assertThat(step.parameters())
                .contains(entry("aws.accessKeyId", "B"))
                .doesNotContainKey("secure:aws.sessionToken");
    }

    @Test
    void forgetsTheExternalIdOfAnotherRole() {
        DeployStep step = DEPLOY.role("arn:aws:iam::123456789012:role/a", "42").role("%role%");

        assertThat(step.parameters()).contains(entry("aws.roleArn", "%role%")).doesNotContainKey("aws.externalId");
    }

    @Test
    void refusesABuildArgumentThatIsGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IMAGE.buildArgument("VERSION", "1").buildArgument("VERSION", "2"))
                .withMessage("Build arguments (image.buildArgs): 'VERSION' is given twice");
    }

    @Test
    void takesABuildArgumentWhoseNameStartsLikeAnother() {
        assertThat(IMAGE.buildArgument("VERSION_FULL", "1")
                        .buildArgument("VERSION", "2")
                        .parameters())
                .contains(entry("image.buildArgs", "VERSION_FULL=1\nVERSION=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nINJECTED=b", "a\rINJECTED=b"})
    void refusesALabelWhoseValueWouldBecomeTwo(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IMAGE.label("team", value))
                .withMessage("Labels (image.labels): the value of team has a line end, where the next assignment would"
                        + " start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b"})
    void refusesALabelWithoutAUsableName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IMAGE.label(name, "x"))
                .withMessage("Labels (image.labels): '" + name + "' cannot stand before the equals sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT90S", "PT24H1M", "PT-1M"})
    void refusesATimeLimitThatIsNoWholeNumberOfMinutesWithinADay(String limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEPLOY.timeout(Duration.parse(limit)))
                .withMessage("Time limit, minutes (deploy.timeoutMinutes): " + Duration.parse(limit)
                        + " is not a whole number of minutes from 1 to 1440");
    }

    @Test
    void anyStepKeepsTheOrderInWhichItsParametersWereSet() {
        Step step = AnyStep.of("simpleRunner")
                .name("Test")
                .set("use.custom.script", "true")
                .set("script.content", "make check")
                .set("a", "1")
                .set("use.custom.script", "%custom%");

        assertThat(step.name()).isEqualTo("Test");
        assertThat(step.type()).isEqualTo("simpleRunner");
        assertThat(step.parameters())
                .containsExactly(
                        entry("use.custom.script", "%custom%"), entry("script.content", "make check"), entry("a", "1"));
    }

    @Test
    void anyStepRefusesASecretInPlainTextToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyStep.of("ssh-exec-runner").set("secure:password", "hunter2"))
                .withMessageStartingWith("secure:password: ");
    }

    @Test
    void anyStepNeedsARunType() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnyStep.of(" "));
    }

    @Test
    void anyStepCanSayWhatATypedStepCannot() {
        Map<String, String> typed = DEPLOY.role("%role%").parameters();
        Step always = AnyStep.from(DEPLOY.role("%role%").name("Deploy")).set("teamcity.step.mode", "execute_always");

        assertThat(always.name()).isEqualTo("Deploy");
        assertThat(always.type()).isEqualTo(DEPLOY.type());
        assertThat(always.parameters())
                .containsAllEntriesOf(typed)
                .containsEntry("teamcity.step.mode", "execute_always");
    }

    @Test
    void handsOutParametersThatNobodyCanChange() {
        assertThat(DEPLOY.parameters()).isUnmodifiable();
        assertThat(AnyStep.of("x").set("a", "b").parameters()).isUnmodifiable();
    }
}
