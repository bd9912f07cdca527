package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.ConnectionParameters;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.junit.jupiter.api.Test;

/** The page of all parameters is written from the table that the parser and the settings pages use. */
class ParametersPageTest {
    @Test
    void tellsEveryParameterOfTheTable() throws Exception {
        Path written =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("parameters.md"), page());

        assertThat(Readme.PROJECT.resolve("docs/parameters.md"))
                .as("docs/parameters.md tells other parameters than the table; take over dist/target/parameters.md")
                .hasSameTextualContentAs(written);
    }

    private static String page() {
        return """
                # Parameters

                What the settings pages call each setting, its name in TeamCity's settings XML, and why one would change it. Values may
                hold parameter references such as `%build.number%`.

                ## Build and Push Image to ECR (`"""
                + RunTypeId.IMAGE + "`)\n\n" + table(without(ImageParameters.ALL)) + "\n## Deploy to ECS (`"
                + RunTypeId.DEPLOY + "`)\n\n" + table(without(DeployParameters.ALL)) + "\n## Run ECS Task (`"
                + RunTypeId.TASK + "`)\n\n" + table(without(TaskParameters.ALL)) + "\n## Publish Coverage (`"
                + RunTypeId.COVERAGE + "`)\n\n" + table(CoverageParameters.ALL) + "\n## Check Pipeline (`"
                + RunTypeId.DOCTOR + "`)\n\n" + table(without(DoctorParameters.ALL)) + "\n## Pipeline Setup (`"
                + RunTypeId.SETUP + "`)\n\n" + table(without(SetupParameters.ALL)) + "\n## Env File (build feature `"
                + EnvFileFeature.TYPE + "`)\n\n" + table(without(EnvFileParameters.ALL))
                + "\n## Policy (project feature `" + PolicyParameters.TYPE + "`)\n\n" + table(PolicyParameters.ALL)
                + "\n## AWS access, in all\n\n" + table(AwsParameters.ALL)
                + "\n## AWS access, in all steps\n\n" + table(ConnectionParameters.ALL);
    }

    private static List<Parameter> without(List<Parameter> table) {
        return table.stream()
                .filter(parameter -> !AwsParameters.OF_STEPS.contains(parameter))
                .toList();
    }

    private static String table(List<Parameter> parameters) {
        return "| setting | name | default | |\n|---|---|---|---|\n"
                + parameters.stream().map(ParametersPageTest::row).collect(Collectors.joining());
    }

    private static String row(Parameter parameter) {
        String label = parameter.label() + (parameter.required() ? " (required)" : "");
        String byDefault = parameter.defaultValue().isEmpty() ? "" : "`" + parameter.defaultValue() + "`";
        return "| %s | `%s` | %s | %s |%n"
                .formatted(label, parameter.name(), byDefault, parameter.help().replace("<", "&lt;"));
    }
}
