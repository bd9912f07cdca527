package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.dsl.DoctorStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks a pipeline with ten planted faults with the zip: by the step in a stand-in for TeamCity, and by the command. */
class PackedDoctorIT {
    private static final String SECRET_KEY = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
    private static final List<String> PLANTED = List.of(
            "fixed-host-port",
            "percentages",
            "security-group",
            "listener-rule",
            "roles",
            "repository-policy",
            "log-configuration",
            "memory-limit",
            "health-check-grace",
            "alarm-actions");

    @TempDir
    private Path work;

    private LocalAws aws;
    private String account;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        account = aws.account().id();
        plant();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void findsExactlyTheTenByTheStep() throws Exception {
        try (LocalTeamCity teamCity =
                LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare())) {
            BuildResult result = run(teamCity);

            assertThat(result.problems())
                    .extracting(BuildProblemData::getIdentity)
                    .containsExactly("ecsDeliveryPipelineUnsound");
            assertThat(result.artifacts()).contains("ecs-delivery/pipeline.json", "ecs-delivery/pipeline.html");
            Path reports = result.artifactsDirectory().resolve("ecs-delivery");
            assertThat(rulesIn(reports.resolve("pipeline.json"))).containsExactlyInAnyOrderElementsOf(PLANTED);
            assertThat(reports.resolve("pipeline.html"))
                    .content()
                    .contains("shop-qa")
                    .doesNotContain(SECRET_KEY);
        }
    }

    @Test
    void findsExactlyTheTenByTheCommand() throws Exception {
        Path json = work.resolve("pipeline.json");
        ProcessBuilder command = new ProcessBuilder(
                        "../doctor",
                        "--cluster",
                        "shop",
                        "--services",
                        "shop-qa",
                        "--aws.endpoint",
                        aws.endpoint().toString(),
                        "--json",
                        json.toString())
                .redirectErrorStream(true);
        command.environment().putAll(credentials());

        Process process = command.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isEqualTo(1);
        assertThat(rulesIn(json)).containsExactlyInAnyOrderElementsOf(PLANTED);
        assertThat(told).contains("11 rules checked").doesNotContain(SECRET_KEY);
    }

    private BuildResult run(LocalTeamCity teamCity) {
        DoctorStep step =
                DoctorStep.of("shop", "shop-qa").endpoint(aws.endpoint().toString());
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "env.AWS_REGION", "eu-central-1");
        return teamCity.run(
                        BuildConfiguration.of("Check", parameters, List.of(BuildStep.from(step)), work),
                        BuildInputs.of(1, "42", "0".repeat(40)),
                        line -> {})
                .result();
    }

    private static Map<String, String> credentials() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "AWS_REGION", "eu-central-1");
    }

    private static List<String> rulesIn(Path json) throws Exception {
        JsonNode services = new ObjectMapper().readTree(Files.readString(json)).path("services");
        return StreamSupport.stream(services.path(0).path("findings").spliterator(), false)
                .map(each -> each.path("rule").asText())
                .toList();
    }

    private void plant() throws Exception {
        String region = aws.account().region();
        String topic = "arn:aws:sns:" + region + ":" + account + ":alarms";
        String group = aws.elb().create(TargetGroupSpec.named("shop-qa").withTargetType("instance"));
        String balancer = aws.surroundings().loadBalancers().create("shop", "sg-lb");
        String listener = aws.surroundings().loadBalancers().listen(balancer, 443);
        aws.surroundings().loadBalancers().route(listener, 30, group, 0);
        aws.surroundings().topics().put(topic, 0);
        aws.surroundings().roles().put(role("shop-tasks"), "ecs-tasks.amazonaws.com");
        aws.surroundings().roles().put(role("shop-execution"), "ec2.amazonaws.com");
        aws.ecs().alarms().set("shop-errors", "OK");
        aws.ecs().alarms().actions("shop-errors", topic);
        aws.registry().create("shop", RepositorySettings.defaults());
        denyPulls();
        aws.ecs().cluster("shop");
        aws.ecs().containerInstance("shop", "i-1");
        aws.surroundings().network().instance("i-1", "sg-hosts").allow("sg-hosts", 22, 22, "sg-office");
        aws.ecs().taskDefinition(definition());
        aws.ecs()
                .service("shop", "shop-qa")
                .container("web", 8080)
                .taskDefinition("shop-qa")
                .targetGroup(group)
                .bridge()
                .percent(100, 100)
                .gracePeriod(0)
                .circuitBreaker(true)
                .alarm("shop-errors")
                .create();
    }

    /** On bridge, with a fixed port, and neither memory limit nor log. */
    private ObjectNode definition() {
        ObjectNode definition = new ObjectMapper()
                .createObjectNode()
                .put("family", "shop-qa")
                .put("networkMode", "bridge")
                .put("taskRoleArn", role("shop-tasks"))
                .put("executionRoleArn", role("shop-execution"));
        ObjectNode container = definition.putArray("containerDefinitions").addObject();
        container
                .put("name", "web")
                .put("image", account + ".dkr.ecr." + aws.account().region() + ".amazonaws.com/shop:1")
                .put("essential", true);
        container
                .putArray("portMappings")
                .addObject()
                .put("containerPort", 8080)
                .put("hostPort", 80);
        return definition;
    }

    private String role(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    private void denyPulls() throws Exception {
        ObjectNode body = new ObjectMapper()
                .createObjectNode()
                .put("repositoryName", "shop")
                .put(
                        "policyText",
                        "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:Batch*\"}}");
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AmazonEC2ContainerRegistry_V20150921.SetRepositoryPolicy")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
