package org.ecsdelivery.dist.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.Parameter.Kind;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The descriptors of the Kotlin DSL are written from the table that the parser and the settings pages use. */
class KotlinDslTest {
    private static final Path COMMITTED =
            Path.of("..", "kotlin-dsl").toAbsolutePath().normalize();

    /** Kotlin's hard keywords that are no words of Java, and what every step and feature of TeamCity's DSL has. */
    private static final Set<String> TAKEN = Set.of(
            "as",
            "fun",
            "in",
            "is",
            "object",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "id",
            "name",
            "type",
            "enabled",
            "param",
            "params",
            "conditions",
            "executionMode",
            "validate",
            "hasParam",
            "findRawParam");

    static Stream<KotlinExtension> extensions() {
        return KotlinExtension.all().stream();
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void areCommittedAsTheTableWritesThem(KotlinExtension extension) throws Exception {
        Path written = Files.writeString(
                Files.createDirectories(Path.of("target", "kotlin-dsl")).resolve(extension.file()),
                KotlinDescriptor.of(extension));

        assertThat(COMMITTED.resolve(extension.file()))
                .as("kotlin-dsl tells other parameters than the table; take over dist/target/kotlin-dsl")
                .exists()
                .hasSameTextualContentAs(written);
    }

    @Test
    void areThereForEachStepAndFeature() throws Exception {
        List<String> types = Stream.concat(
                        Stream.of(RunTypeId.class.getFields()).map(KotlinDslTest::value),
                        Stream.of(EnvFileFeature.TYPE, PolicyParameters.TYPE))
                .toList();

        assertThat(extensions().map(KotlinExtension::type)).containsExactlyInAnyOrderElementsOf(types);
        try (Stream<Path> files = Files.list(COMMITTED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            extensions().map(KotlinExtension::file).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void holdEveryParameterOfTheTable(KotlinExtension extension) throws Exception {
        assertThat(described(extension).params())
                .extracting(param -> param.getAttribute("name"))
                .containsExactlyElementsOf(
                        extension.table().stream().map(Parameter::name).toList());
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void nameEachParameterOnceAndSoThatKotlinAcceptsIt(KotlinExtension extension) throws Exception {
        assertThat(described(extension).params())
                .extracting(param -> param.getAttribute("dslName"))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(TAKEN)
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*") && !SourceVersion.isKeyword(name));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void demandWhatTheStepCannotRunWithout(KotlinExtension extension) throws Exception {
        assertThat(described(extension).params())
                .filteredOn(param -> param.getAttribute("mandatory").equals("true"))
                .extracting(param -> param.getAttribute("name"))
                .containsExactlyElementsOf(extension.table().stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void offerEachChoiceUnderANameOfKotlin(KotlinExtension extension) throws Exception {
        DescribedExtension described = described(extension);

        assertThat(extension.table().stream().filter(parameter -> parameter.kind() == Kind.CHOICE))
                .allSatisfy(parameter -> assertThat(described.options(typeOf(described, parameter)))
                        .allSatisfy((name, value) -> assertThat(name).matches("[A-Z][A-Z0-9_]*"))
                        .extracting(Map::values)
                        .satisfies(
                                values -> assertThat(values).containsExactlyInAnyOrderElementsOf(parameter.choices())));
        assertThat(described.elements("enum"))
                .extracting(each -> each.getAttribute("name"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void switchAFlagOffByAWord(KotlinExtension extension) throws Exception {
        assertThat(described(extension).params())
                .filteredOn(param -> param.getAttribute("type").equals("boolean"))
                .hasSize((int) extension.table().stream()
                        .filter(parameter -> parameter.kind() == Kind.FLAG)
                        .count())
                .allSatisfy(
                        param -> assertThat(List.of(param.getAttribute("trueValue"), param.getAttribute("falseValue")))
                                .containsExactly("true", "false"));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void keepSecretsUnderSecureNamesAndShowNone(KotlinExtension extension) throws Exception {
        assertThat(extension.table().stream().filter(parameter -> parameter.kind() == Kind.SECRET))
                .allSatisfy(parameter -> assertThat(parameter.name()).startsWith("secure:"))
                .allSatisfy(parameter -> assertThat(parameter.defaultValue()).isEmpty());
        assertThat(described(extension).exampleAsStored().keySet()).noneMatch(name -> name.startsWith("secure:"));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void neitherOpenNorCloseACommentOfKotlin(KotlinExtension extension) throws Exception {
        assertThat(described(extension).root().getTextContent()).doesNotContain("/*", "*/");
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void useOnlyWhatAServerReads(KotlinExtension extension) throws Exception {
        assertThat(described(extension).elements("*"))
                .extracting(Element::getTagName)
                .isSubsetOf(
                        "class",
                        "function",
                        "description",
                        "params",
                        "param",
                        "types",
                        "enum",
                        "option",
                        "examples",
                        "example",
                        "code");
        assertThat(described(extension).params())
                .extracting(param -> param.getAttribute("type"))
                .isSubsetOf(Stream.concat(
                                Stream.of("", "int", "boolean"),
                                described(extension).elements("enum").stream().map(each -> each.getAttribute("name")))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void showAnExampleThatTheStepAccepts(KotlinExtension extension) throws Exception {
        Map<String, String> stored = described(extension).exampleAsStored();

        assertThat(stored).isNotEmpty().doesNotContainValue(null);
        assertThat(problems(extension.type()).apply(stored)).isEmpty();
        assertThat(extension.example().code()).startsWith(extension.function() + " {");
    }

    private static String typeOf(DescribedExtension described, Parameter parameter) {
        return described.params().stream()
                .filter(param -> param.getAttribute("name").equals(parameter.name()))
                .map(param -> param.getAttribute("type"))
                .findFirst()
                .orElseThrow();
    }

    private static Function<Map<String, String>, List<InvalidParameter>> problems(String type) {
        References later = References.UNRESOLVED;
        return switch (type) {
            case RunTypeId.IMAGE -> given -> ImageParameters.parse(given, later).invalidParameters();
            case RunTypeId.DEPLOY ->
                given -> ServiceSetParameters.parse(given, later).invalidParameters();
            case RunTypeId.TASK -> given -> TaskParameters.parse(given, later).invalidParameters();
            case RunTypeId.COVERAGE ->
                given -> CoverageParameters.parse(given, later).invalidParameters();
            case RunTypeId.DOCTOR ->
                given -> DoctorParameters.parse(given, later).invalidParameters();
            case RunTypeId.SETUP -> given -> SetupParameters.parse(given, later).invalidParameters();
            case EnvFileFeature.TYPE ->
                given -> EnvFileParameters.parse(given, later).invalidParameters();
            case PolicyParameters.TYPE -> given -> PolicyParameters.parse(given).invalidParameters();
            default -> throw new AssertionError("No parser is known for " + type);
        };
    }

    private static DescribedExtension described(KotlinExtension extension) throws Exception {
        return DescribedExtension.parse(KotlinDescriptor.of(extension).getBytes(StandardCharsets.UTF_8));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
