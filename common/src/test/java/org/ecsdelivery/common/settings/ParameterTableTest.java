package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.Parameter.Kind;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTableTest {

    static Stream<List<Parameter>> tables() {
        return Stream.of(
                ImageParameters.ALL,
                DeployParameters.ALL,
                TaskParameters.ALL,
                CoverageParameters.ALL,
                DoctorParameters.ALL,
                PolicyParameters.ALL,
                SetupParameters.ALL);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givesEachParameterANameAndALabelOfItsOwn(List<Parameter> table) {
        assertThat(table).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(table).extracting(Parameter::label).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void marksSecretsAndNothingElseAsSecure(List<Parameter> table) {
        assertThat(table)
                .allSatisfy(parameter -> assertThat(parameter.name().startsWith("secure:"))
                        .as(parameter.name())
                        .isEqualTo(parameter.kind() == Kind.SECRET));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void helpsInWholeSentences(List<Parameter> table) {
        assertThat(table)
                .extracting(Parameter::help)
                .allSatisfy(help -> assertThat(help).matches("[A-Z][^\\n]*\\."));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hidesNoRequiredParameterAmongTheAdvancedOnes(List<Parameter> table) {
        assertThat(table).filteredOn(Parameter::required).noneMatch(Parameter::advanced);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void offersChoicesWhereThereIsAChoiceAndADefaultAmongThem(List<Parameter> table) {
        assertThat(table)
                .allSatisfy(parameter -> assertThat(parameter.choices().isEmpty())
                        .as(parameter.name())
                        .isEqualTo(parameter.kind() != Kind.CHOICE));
        assertThat(table)
                .filteredOn(parameter -> parameter.kind() == Kind.CHOICE)
                .allSatisfy(parameter -> assertThat(parameter.choices()).contains(parameter.defaultValue()));
    }

    @Test
    void offersEveryFinishLevel() {
        assertThat(DeployParameters.FINISH_LEVEL.choices())
                .containsExactly(
                        Arrays.stream(FinishLevel.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void offersEveryPlaceToRunATask() {
        assertThat(TaskParameters.LAUNCH.choices())
                .containsExactly(
                        Arrays.stream(LaunchOn.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void offersEveryWayToFail() {
        assertThat(DoctorParameters.FAIL_ON.choices())
                .containsExactly(Arrays.stream(FailOn.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void offersEverythingThatMayBecomeOfADeployment() {
        assertThat(DeployParameters.ON_STOP.choices())
                .containsExactly(Arrays.stream(OnStop.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void offersEveryAnswerToAPauseHook() {
        assertThat(DeployParameters.ON_PAUSE.choices())
                .containsExactly(Arrays.stream(OnPause.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void offersEveryAnswerToSurroundingsThatAreNotInOrder() {
        assertThat(DeployParameters.PIPELINE_CHECK.choices())
                .containsExactly(
                        Arrays.stream(PipelineCheck.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void listsEveryParameterThatIsDeclared() {
        assertThat(ImageParameters.ALL)
                .containsAll(declaredIn(ImageParameters.class))
                .containsAll(AwsParameters.ALL);
        assertThat(DeployParameters.ALL)
                .containsAll(declaredIn(DeployParameters.class))
                .containsAll(AwsParameters.ALL);
        assertThat(TaskParameters.ALL)
                .containsAll(declaredIn(TaskParameters.class))
                .containsAll(AwsParameters.ALL);
        assertThat(DoctorParameters.ALL)
                .containsAll(declaredIn(DoctorParameters.class))
                .containsAll(AwsParameters.ALL);
        assertThat(SetupParameters.ALL)
                .containsAll(declaredIn(SetupParameters.class))
                .containsAll(AwsParameters.ALL);
        assertThat(AwsParameters.ALL).containsExactlyInAnyOrderElementsOf(declaredIn(AwsParameters.class));
    }

    @Test
    void listsEveryBuildParameterOnceUnderOnePrefix() {
        assertThat(BuildParameter.ALL)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("ecs-delivery."))
                .hasSize(BuildParameter.class.getFields().length - 1);
    }

    private static List<Parameter> declaredIn(Class<?> table) {
        return Arrays.stream(table.getFields())
                .filter(field -> field.getType() == Parameter.class)
                .map(ParameterTableTest::valueOf)
                .toList();
    }

    private static Parameter valueOf(Field field) {
        try {
            return (Parameter) field.get(null);
        } catch (IllegalAccessException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
