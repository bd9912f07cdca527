package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.FinishLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
    /** What docker push asks of ECR; these calls are the engine's, so no source of ours names them. */
    private static final Set<String> CALLED_BY_THE_ENGINE = Set.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage");

    private static final Readme README = new Readme();

    @TempDir
    Path directory;

    @Test
    void namesTwoCommandsThatExist() {
        assertThat(README.command("demo")).isEqualTo("./demo");
        assertThat(README.command("tests")).isEqualTo("mvn verify");
        assertThat(Readme.PROJECT.resolve("demo")).isExecutable();
    }

    @Test
    void namesBenchmarksThatExist() {
        assertThat(README.all("bench/[a-z-]+"))
                .isNotEmpty()
                .allSatisfy(
                        command -> assertThat(Readme.PROJECT.resolve(command)).isExecutable());
    }

    static List<String> links() {
        return Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(README.text())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksToFilesThatExist(String link) {
        assertThat(Readme.PROJECT.resolve(link)).exists();
    }

    @Test
    void showsJavaThatCompiles() {
        assertThat(README.blocks("java"))
                .singleElement()
                .satisfies(source -> assertThat(Readme.compiles("ShopPipeline", source, directory))
                        .isTrue());
    }

    @Test
    void asksForThePermissionsThatTheStepsUseAndNoOther() throws Exception {
        assertThat(README.blocks("json"))
                .singleElement()
                .satisfies(policy ->
                        assertThat(actions(policy)).containsExactlyInAnyOrderElementsOf(usedBesideEcrPublic()));
    }

    /** Few push to ECR Public; docs/iam.md has a policy of its own for it. */
    private static Set<String> usedBesideEcrPublic() {
        return used().stream().filter(each -> !each.startsWith("ecr-public:")).collect(Collectors.toSet());
    }

    static Set<String> actions(String policy) throws Exception {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : new ObjectMapper().readTree(policy).path("Statement")) {
            JsonNode action = statement.path("Action");
            List<JsonNode> all = new ArrayList<>();
            (action.isArray() ? action : List.of(action)).forEach(all::add);
            all.forEach(each -> actions.add(each.asText()));
        }
        return actions;
    }

    static Set<String> used() {
        Set<String> used = Pattern.compile("\"([a-z0-9-]+:[A-Z]\\w+)\"")
                .matcher(Readme.sources("aws") + Readme.sources("aws-calls"))
                .results()
                .map(action -> action.group(1))
                .filter(action -> !action.equals("sts:AssumeRole"))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(CALLED_BY_THE_ENGINE);
        // a revision that is registered with tags, one that has roles, and a repository that is created with tags
        used.addAll(Set.of("ecs:TagResource", "iam:PassRole", "ecr:TagResource"));
        return used;
    }

    @Test
    void namesEveryParameterThatTheStepsSet() {
        assertThat(BuildParameter.ALL)
                .allSatisfy(parameter ->
                        assertThat(README.text()).contains(parameter.substring(parameter.lastIndexOf('.'))));
    }

    @Test
    void tellsEveryFinishLevel() {
        assertThat(FinishLevel.values())
                .allSatisfy(level -> assertThat(README.text()).contains("| `" + level + "`"));
    }

    static Stream<String> messages() {
        return Pattern.compile("(?m)^\\| (`.*?`) \\|.*\\|.*\\|$")
                .matcher(README.text().substring(README.text().indexOf("## When it fails")))
                .results()
                .map(MatchResult::group)
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> Arrays.stream(cell.split(",(?= `)")))
                .map(message -> message.replace("`", "").strip());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void explainsMessagesThatTheStepsGive(String message) {
        String sources = Readme.sources(".");

        assertThat(Arrays.stream(message.split("…")).map(String::strip).filter(part -> !part.isEmpty()))
                .isNotEmpty()
                .allMatch(sources::contains, "part of a message in the sources");
    }
}
