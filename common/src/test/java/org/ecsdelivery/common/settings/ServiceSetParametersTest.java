package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.ContainerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSetParametersTest {
    @Test
    void oneServiceIsReadAsEver() {
        ServiceSet set = set("web");

        assertThat(set.isOne()).isTrue();
        assertThat(set.lanes()).isEqualTo(1);
        assertThat(set.first()).isEqualTo(alone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web,mail", " web , mail ,", "web\nmail", "web\r\n\r\nmail\r\n"})
    void severalServicesAreSeparatedByCommasOrLineEnds(String services) {
        assertThat(names(set(services))).containsExactly("web", "mail");
    }

    @Test
    void aServiceMayHaveAnImageOfItsOwn() {
        assertThat(set("web, mail=localhost:5000/mail:7").services())
                .extracting(each -> each.image().toString())
                .containsExactly("localhost:5000/web:7", "localhost:5000/mail:7");
    }

    @Test
    void allRevisionsStayWhereTheSetMayHaveToGoBackTogether() {
        Map<String, String> given = given("web, mail");
        given.put("deploy.keepRevisions", "2");
        assertThat(valid(given).services())
                .allMatch(each -> each.keepRevisions().equals(Optional.of(2)));
        given.put("deploy.onFailure", "ROLL_BACK_SET");
        assertThat(valid(given).services())
                .allMatch(each -> each.keepRevisions().isEmpty());
    }

    @Test
    void noImageIsNeededForAllWhereEachHasItsOwn() {
        Map<String, String> given = given("web=localhost:5000/web:1, mail=localhost:5000/mail:1");
        given.remove("deploy.image");

        assertThat(ServiceSetParameters.parse(given, References.RESOLVED)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void theNameOfTheServiceMayStandInImageAndContainer() {
        Map<String, String> given = given("arn:aws:ecs:eu-central-1:123456789012:service/shop/web, mail");
        given.put("deploy.image", "localhost:5000/{service}:7");
        given.put("deploy.container", "{service}-app");

        assertThat(valid(given).services())
                .extracting(each -> each.image().toString(), DeploySettings::container)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "localhost:5000/web:7", Optional.of(new ContainerName("web-app"))),
                        org.assertj.core.groups.Tuple.tuple(
                                "localhost:5000/mail:7", Optional.of(new ContainerName("mail-app"))));
    }

    @Test
    void severalAreDeployedInOrderAndStopAtTheFirstFailureByDefault() {
        ServiceSet set = set("web,mail");

        assertThat(set.order()).isEqualTo(DeployOrder.ORDERED);
        assertThat(set.onFailure()).isEqualTo(OnFailure.STOP);
        assertThat(set.lanes()).isEqualTo(1);
    }

    @Test
    void noMoreAreDeployedAtOnceThanThereAre() {
        Map<String, String> given = given("web,mail,jobs");
        given.put("deploy.order", "parallel");

        assertThat(valid(given).lanes()).isEqualTo(3);
        given.put("deploy.atOnce", "2");
        assertThat(valid(given).lanes()).isEqualTo(2);
    }

    @Test
    void aServiceIsNotDeployedTwice() {
        assertThat(refused(given("web, mail, arn:aws:ecs:eu-central-1:123456789012:service/shop/web")))
                .extracting(InvalidParameter::sentence)
                .containsExactly("Service (deploy.service): 'web' is given twice. Name each service once.");
    }

    @Test
    void aBadImageIsBlamedOnTheServiceThatHasIt() {
        assertThat(refused(given("web, mail=team/mail")))
                .extracting(InvalidParameter::sentence)
                .containsExactly(
                        "Service (deploy.service): the image of mail: 'team/mail' has neither a tag nor a digest."
                                + " Enter service=image with the image's tag or digest.");
    }

    @Test
    void whatIsWrongForAllIsSaidOnce() {
        Map<String, String> given = given("web, mail, jobs");
        given.put("deploy.timeoutMinutes", "0");
        given.put("deploy.order", "random");

        assertThat(refused(given))
                .extracting(each -> each.parameter().name())
                .containsExactly("deploy.timeoutMinutes", "deploy.order");
    }

    @Test
    void nothingGivenIsSaidAsForOneService() {
        assertThat(refused(given(" , ")))
                .extracting(each -> each.parameter().name())
                .contains("deploy.service");
    }

    @Test
    void aReferenceAmongTheServicesIsLeftToTheBuild() {
        assertThat(ServiceSetParameters.parse(given("web, %more%"), References.UNRESOLVED))
                .isEqualTo(new Parsed.Deferred<>(List.of("deploy.service")));
    }

    private static DeploySettings alone() {
        return ((Parsed.Valid<DeploySettings>) DeployParameters.parse(given("web"), References.RESOLVED)).settings();
    }

    private static List<String> names(ServiceSet set) {
        return set.services().stream().map(each -> each.service().value()).toList();
    }

    private static ServiceSet set(String services) {
        return valid(given(services));
    }

    private static ServiceSet valid(Map<String, String> given) {
        assertThat(refused(given)).isEmpty();
        return ((Parsed.Valid<ServiceSet>) ServiceSetParameters.parse(given, References.RESOLVED)).settings();
    }

    private static List<InvalidParameter> refused(Map<String, String> given) {
        return ServiceSetParameters.parse(given, References.RESOLVED).invalidParameters();
    }

    private static Map<String, String> given(String services) {
        return new HashMap<>(
                Map.of("deploy.cluster", "shop", "deploy.service", services, "deploy.image", "localhost:5000/web:7"));
    }
}
