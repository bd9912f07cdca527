package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.permission.Permission;
import org.ecsdelivery.engine.permission.Permission.Step;
import org.ecsdelivery.engine.permission.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of all permissions is written from the table that a refusal quotes. */
class IamPageTest {
    @Test
    void tellsEveryPermissionOfTheTable() throws Exception {
        Path written =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("iam.md"), page());

        assertThat(Readme.PROJECT.resolve("docs/iam.md"))
                .as("docs/iam.md tells other permissions than the table; take over dist/target/iam.md")
                .hasSameTextualContentAs(written);
    }

    @Test
    void knowsThePermissionsThatTheStepsUseAndNoOther() {
        Set<String> used = new TreeSet<>(ReadmeTest.used());
        // a role is assumed through STS's client, with its tags
        used.addAll(Set.of("sts:AssumeRole", "sts:TagSession"));
        // ECR Public asks for it behind its tokens, and Docker for the others
        used.addAll(Set.of(
                "sts:GetServiceBearerToken",
                "ecr-public:BatchCheckLayerAvailability",
                "ecr-public:InitiateLayerUpload",
                "ecr-public:UploadLayerPart",
                "ecr-public:CompleteLayerUpload",
                "ecr-public:PutImage"));

        assertThat(Permission.ALL.stream().map(Permission::action).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource
    void writesPoliciesThatHoldThePermissionsOfTheStep(Step step) throws Exception {
        assertThat(ReadmeTest.actions(Policy.of(step)))
                .containsExactlyInAnyOrderElementsOf(Permission.ALL.stream()
                        .filter(each -> each.step() == step)
                        .map(Permission::action)
                        // one action may be narrowed in two ways
                        .distinct()
                        .toList());
    }

    @Test
    void writesStatementsThatCanBeRead() throws Exception {
        for (Permission permission : Permission.ALL) {
            assertThat(new ObjectMapper()
                            .readTree(Permission.statement(permission.action(), "what AWS called it"))
                            .path("Resource")
                            .asText())
                    .matches("\\*|arn:aws:.*");
        }
    }

    private static String page() {
        return """
                # Permissions

                What each step asks AWS to do, what for, and what becomes of the step without the permission. The policies below a table
                hold the same, narrowed as far as each action can be narrowed; replace the words in capitals, and `aws` in the ARNs in
                partitions of another name. When AWS refuses a call, the build problem ends with the statement to add.

                """ + Arrays.stream(Step.values()).map(IamPageTest::section).collect(Collectors.joining("\n"));
    }

    private static String section(Step step) {
        return "## " + step.label() + "\n\n| action | what for | without it |\n|---|---|---|\n"
                + Permission.ALL.stream()
                        .filter(each -> each.step() == step)
                        .map(each -> "| `" + each.action() + "` | " + each.purpose() + " | " + each.without() + " |\n")
                        .collect(Collectors.joining())
                + "\n```json\n" + Policy.of(step) + "```\n";
    }
}
