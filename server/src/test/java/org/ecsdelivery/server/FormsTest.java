package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.junit.jupiter.api.Test;

class FormsTest {

    @Test
    void theImageFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new ImageForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(ImageParameters.ALL));
    }

    @Test
    void theDeployFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new DeployForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(DeployParameters.ALL));
    }

    @Test
    void theTaskFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new TaskForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(TaskParameters.ALL));
    }

    @Test
    void theCoverageFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new CoverageForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(CoverageParameters.ALL));
    }

    @Test
    void theDoctorFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new DoctorForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(DoctorParameters.ALL));
    }

    @Test
    void theSetupFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new SetupForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(SetupParameters.ALL));
    }

    @Test
    void theEnvFileFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new EnvFileForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(EnvFileParameters.ALL));
    }

    @Test
    void thePolicyFormHasEveryParameterOfTheTableOnce() {
        assertThat(namesOf(new PolicyForm().getGroups()))
                .containsExactlyInAnyOrderElementsOf(namesIn(PolicyParameters.ALL));
    }

    @Test
    void noGroupConsistsOfAdvancedFieldsOnly() {
        assertThat(Stream.of(
                                new ImageForm().getGroups(),
                                new DeployForm().getGroups(),
                                new TaskForm().getGroups(),
                                new CoverageForm().getGroups(),
                                new EnvFileForm().getGroups(),
                                new DoctorForm().getGroups(),
                                new SetupForm().getGroups())
                        .flatMap(List::stream))
                .allMatch(group -> group.getFields().stream().anyMatch(field -> !field.isAdvanced()));
    }

    @Test
    void everySecretIsStoredUnderANameThatTeamCityEncrypts() {
        assertThat(Stream.of(
                                ImageParameters.ALL,
                                DeployParameters.ALL,
                                TaskParameters.ALL,
                                CoverageParameters.ALL,
                                EnvFileParameters.ALL,
                                DoctorParameters.ALL,
                                SetupParameters.ALL)
                        .flatMap(List::stream))
                .allMatch(parameter -> (parameter.kind() == Parameter.Kind.SECRET)
                        == parameter.name().startsWith("secure:"));
    }

    private static List<String> namesOf(List<SettingsGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.getFields().stream())
                .map(SettingsField::getName)
                .toList();
    }

    private static List<String> namesIn(List<Parameter> table) {
        return table.stream().map(Parameter::name).toList();
    }
}
