package org.ecsdelivery.dist.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;
import org.junit.jupiter.api.Test;

/** What the template of the application pipeline creates, and what it refuses. */
class ApplicationPipelineTest {
    /** What each build brings itself. */
    private static final Set<String> OF_THE_BUILD = Set.of("image.tags", "deploy.image");

    @Test
    void createsOnlyWhatRefersToWhatIsCreated() throws Exception {
        Template template = Templates.read("application-pipeline.yaml");
        int accepted = 0;
        for (Map<String, String> each : PipelineParameters.combinations()) {
            DescribedStack stack = DescribedStack.of(template, each);
            if (stack.refusals().isEmpty()) {
                accepted++;
                assertThat(stack.resources()).isNotEmpty();
                assertThat(stack.outputs()).isNotEmpty();
            }
        }
        assertThat(accepted).isGreaterThan(1000);
    }

    @Test
    void createsEachStageThatIsWantedAndNoOther() throws Exception {
        Set<String> qaAndProd =
                stack("CreateQa", "true", "CreateProd", "true").resources().keySet();

        assertThat(qaAndProd).contains("QaService", "ProdService").noneMatch(each -> each.startsWith("Dev"));
    }

    @Test
    void beginsWithoutStagesSoThatAnImageCanBePushed() throws Exception {
        DescribedStack stack = stack("InitialImage", "", "DevHost", "", "QaHost", "", "ProdHost", "");

        assertThat(stack.refusals()).isEmpty();
        assertThat(stack.resources()).containsKeys("Repository", "Cluster", "LoadBalancer");
        assertThat(stack.outputs()).containsKeys("Repository", "Cluster").doesNotContainKey("ProdService");
    }

    @Test
    void refusesAStageWithoutHostOrImage() throws Exception {
        assertThat(stack("CreateQa", "true", "QaHost", "", "InitialImage", "").refusals())
                .containsExactly(
                        "stage qa needs QaHost",
                        "stage qa needs InitialImage; push one first, with a stack that has no stage yet");
    }

    @Test
    void refusesPercentagesThatLeaveNoRoomForANewTask() throws Exception {
        assertThat(stack("CreateProd", "true", "MaximumPercent", "150", "ProdDesiredCount", "1")
                        .refusals())
                .singleElement()
                .asString()
                .contains("set ProdDesiredCount to 2 or MaximumPercent to 200");
        assertThat(stack("CreateProd", "false", "MaximumPercent", "150", "ProdDesiredCount", "1")
                        .refusals())
                .isEmpty();
    }

    @Test
    void refusesWhatFargateDoesNotKnow() throws Exception {
        assertThat(stack("NetworkMode", "bridge").refusals()).containsExactly("Fargate knows NetworkMode awsvpc only");
        assertThat(stack("TaskCpu", "256", "TaskMemory", "4096").refusals())
                .containsExactly("with TaskCpu 256 TaskMemory is 512, 1024 or 2048");
    }

    @Test
    void refusesTaskAddressesOnOldWindowsHosts() throws Exception {
        assertThat(stack(
                                "OperatingSystem", "WINDOWS_SERVER_2016_FULL",
                                "LaunchType", "EC2",
                                "TaskCpu", "1024",
                                "TaskMemory", "2048")
                        .refusals())
                .containsExactly("hosts with Windows Server 2016 know no awsvpc; set NetworkMode to bridge");
    }

    @Test
    void givesWindowsTasksNoNetworkModeOfLinux() throws Exception {
        Map<String, Object> definition = stack(
                        "CreateProd", "true",
                        "OperatingSystem", "WINDOWS_SERVER_2022_CORE",
                        "LaunchType", "EC2",
                        "NetworkMode", "bridge",
                        "TaskCpu", "1024",
                        "TaskMemory", "2048")
                .resources()
                .get("ProdTaskDefinition")
                .properties();

        assertThat(definition)
                .doesNotContainKey("NetworkMode")
                .containsEntry(
                        "RuntimePlatform",
                        Map.of("OperatingSystemFamily", "WINDOWS_SERVER_2022_CORE", "CpuArchitecture", "X86_64"));
    }

    @Test
    void knowsTheMemoryOfEveryShareOfCpu() throws Exception {
        Map<String, List<String>> fits = Map.of(
                "256", List.of("512", "1024", "2048"),
                "512", List.of("1024", "2048", "4096"),
                "1024", List.of("2048", "4096", "8192"),
                "2048", List.of("4096", "8192", "16384"),
                "4096", List.of("8192", "16384"));
        for (String cpu : fits.keySet()) {
            for (String memory : List.of("512", "1024", "2048", "4096", "8192", "16384")) {
                assertThat(stack("TaskCpu", cpu, "TaskMemory", memory)
                                .refusals()
                                .isEmpty())
                        .as(cpu + " with " + memory)
                        .isEqualTo(fits.get(cpu).contains(memory));
            }
        }
    }

    @Test
    void refusesNamesThatAwsWould() throws Exception {
        assertThat(stack("ApplicationName", "Shop_1").refusals())
                .singleElement()
                .asString()
                .startsWith("Parameter ApplicationName failed to satisfy constraint: 1 to 24 small letters");
        assertThat(stack("QaHost", "qa.example.com/x").refusals())
                .singleElement()
                .asString()
                .startsWith("Parameter QaHost failed to satisfy constraint: a host name");
    }

    @Test
    void putsOutTheParametersThatStepsNeedAndNamesThem() throws Exception {
        Set<String> named = Templates.read("application-pipeline.yaml").section("Outputs").entrySet().stream()
                .filter(each -> !each.getKey().equals("LoadBalancerAddress"))
                .flatMap(each -> {
                    Set<String> names = parameters(Parts.map(each.getValue()).get("Description"));
                    assertThat(names).as(each.getKey()).isNotEmpty();
                    return names.stream();
                })
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(steps().map(Parameter::name)).containsAll(named);
        Set<String> needed =
                steps().filter(Parameter::required).map(Parameter::name).collect(Collectors.toCollection(HashSet::new));
        needed.removeAll(OF_THE_BUILD);
        assertThat(named).containsAll(needed);
    }

    private static Stream<Parameter> steps() {
        return Stream.of(ImageParameters.ALL, DeployParameters.ALL, TaskParameters.ALL)
                .flatMap(List::stream);
    }

    private static Set<String> parameters(Object description) {
        return Pattern.compile("\\b[a-z]+\\.[a-z]\\w*")
                .matcher(String.valueOf(description))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static DescribedStack stack(String... namesAndValues) throws Exception {
        return DescribedStack.of(Templates.read("application-pipeline.yaml"), PipelineParameters.with(namesAndValues));
    }
}
