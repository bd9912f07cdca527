package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.testing.SettingsAssert;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the walk-through shows and the demonstration runs. */
class LudlowExampleTest {
    private static final Example LUDLOW = Example.ludlow(Path.of("..", "examples", "ludlow"));
    private static final Path TEMPLATE = Path.of("..", "infrastructure", "application-pipeline.yaml");

    @TempDir
    private static Path work;

    private static WorkedExample example;

    @BeforeAll
    static void compile() {
        example = WorkedExample.compile(LUDLOW, work.resolve("classes"));
    }

    @Test
    void isCommittedAsTheXmlThatItGives() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        assertThat(example.isCommitted(new PrintStream(told, true, StandardCharsets.UTF_8)))
                .as("run LudlowSettings in examples/ludlow, and commit what it writes:\n"
                        + told.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    void hasNothingThatTheChecksFindFaultWith() {
        SettingsAssert.that(example.settings()).hasNoProblems();
    }

    @Test
    void givesTheTemplateParametersThatItTakes() throws Exception {
        DescribedStack stack = DescribedStack.of(Template.of(Files.readString(TEMPLATE)), parametersOfTheStack());

        assertThat(stack.refusals()).isEmpty();
        assertThat(stack.outputs()).containsKeys("Repository", "Cluster", "Container", "QaService", "ProdService");
    }

    @Test
    void announcesTheOutputsThatItsStepsTakeAndNoOther() throws Exception {
        Set<String> taken = new TreeSet<>();
        for (Entity each : example.settings().tree().entities()) {
            String text = Files.readString(example.directory().resolve(each.path()));
            Pattern.compile("%(?:dep[.]Ludlow_Pipeline[.])?(ecs-delivery[.]setup[.]output[.]\\w+)%")
                    .matcher(text)
                    .results()
                    .forEach(found -> taken.add(found.group(1)));
        }
        assertThat(effective("Ludlow_Pipeline").params().keySet())
                .filteredOn(name -> name.startsWith("ecs-delivery.setup.output."))
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void letsItsStagesDifferByParametersOnly() {
        Effective qa = effective("Ludlow_Qa");
        Effective prod = effective("Ludlow_Prod");

        assertThat(qa.entries("build-runners")).isEqualTo(prod.entries("build-runners"));
        assertThat(qa.entries("build-extensions").keySet())
                .isSubsetOf(prod.entries("build-extensions").keySet());
        assertThat(List.of(value(qa, "stage"), value(prod, "stage"))).containsExactly("qa", "prod");
    }

    private static Map<String, String> parametersOfTheStack() {
        Effective pipeline = effective("Ludlow_Pipeline");
        String given = pipeline.entries("build-runners")
                .get("ecs_delivery_setup")
                .parameters()
                .get("setup.parameters");
        return Arrays.stream(given.split("\n"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> resolved(line[1], pipeline)));
    }

    private static String resolved(String value, Effective configuration) {
        return value.startsWith("%") ? value(configuration, value.replace("%", "")) : value;
    }

    private static String value(Effective configuration, String parameter) {
        return configuration.params().get(parameter).attribute("value").orElseThrow();
    }

    private static Effective effective(String id) {
        SettingsTree tree = example.settings().tree();
        return Effective.of(tree.configuration(id).orElseThrow(), tree);
    }
}
