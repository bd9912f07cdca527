package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageParameters;
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
    void noGroupConsistsOfAdvancedFieldsOnly() {
        assertThat(Stream.concat(new ImageForm().getGroups().stream(), new DeployForm().getGroups().stream()))
                .allMatch(group -> group.getFields().stream().anyMatch(field -> !field.isAdvanced()));
    }

    @Test
    void everySecretIsStoredUnderANameThatTeamCityEncrypts() {
        assertThat(Stream.concat(ImageParameters.ALL.stream(), DeployParameters.ALL.stream()))
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
