package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.doctor.AlarmFacts;
import org.ecsdelivery.engine.doctor.Diagnosis;
import org.ecsdelivery.engine.doctor.Doctor;
import org.ecsdelivery.engine.doctor.Entrance;
import org.ecsdelivery.engine.doctor.Finding;
import org.ecsdelivery.engine.doctor.Pipeline;
import org.ecsdelivery.engine.doctor.RepositoryFacts;
import org.ecsdelivery.engine.doctor.RoleFacts;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor sees of a pipeline, over the wire, and finds in it. */
class PipelineViewWireTest {
    private final VirtualTime time = new VirtualTime();
    private final LocalAws aws =
            LocalAws.builder().clock(time).timings(TaskTimings.quick()).start();
    private final String account = aws.account().id();
    private final String region = aws.account().region();
    private final String topic = "arn:aws:sns:" + region + ":" + account + ":alarms";
    private final String taskRole = "arn:aws:iam::" + account + ":role/app/shop-tasks";
    private final String executionRole = "arn:aws:iam::" + account + ":role/shop-execution";
    private final String group =
            aws.elb().create(TargetGroupSpec.named("shop-qa").withTargetType("ip"));
    private final String listener;

    PipelineViewWireTest() {
        aws.ecs().cluster("shop");
        String loadBalancer = aws.surroundings().loadBalancers().create("shop", "sg-lb");
        listener = aws.surroundings().loadBalancers().listen(loadBalancer, 443);
        aws.surroundings().loadBalancers().route(listener, 10, group, 1);
        aws.surroundings().network().allow("sg-0a1b2c3d4e5f60718", 8080, 8080, "sg-lb");
        aws.surroundings().topics().put(topic, 1);
        aws.surroundings().roles().put(taskRole, "ecs-tasks.amazonaws.com");
        aws.surroundings().roles().put(executionRole, "ecs-tasks.amazonaws.com");
        aws.ecs().alarms().set("shop-errors", "OK");
        aws.ecs().alarms().actions("shop-errors", topic);
        aws.registry().create("shop", RepositorySettings.defaults());
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void findsNothingInASoundPipeline() {
        service(definition("awsvpc")).create();

        assertThat(diagnosis())
                .isEqualTo(new Diagnosis(List.of(), List.of(), Doctor.rules().size()));
    }

    @Test
    void seesWhatASoundPipelineConsistsOf() {
        service(definition("awsvpc")).create();

        Pipeline seen = pipeline();

        assertThat(seen.entrances())
                .isEqualTo(Seen.of(List.of(new Entrance(
                        "shop-qa",
                        List.of("HTTPS:443 rule 10"),
                        Seen.of(new Entrance.Reach(
                                List.of("sg-lb"),
                                List.of("sg-0a1b2c3d4e5f60718"),
                                List.of(new Entrance.Allowed(8080, 8080, "sg-lb")),
                                8080,
                                8080))))));
        assertThat(seen.alarms())
                .isEqualTo(Seen.of(List.of(new AlarmFacts(
                        "shop-errors", true, true, List.of(new AlarmFacts.Topic(topic, Seen.of(1))), 0))));
        assertThat(seen.roles())
                .isEqualTo(Seen.of(List.of(
                        new RoleFacts("taskRoleArn", taskRole, true, true, Seen.of(true)),
                        new RoleFacts("executionRoleArn", executionRole, true, true, Seen.of(true)))));
        assertThat(seen.repositories())
                .isEqualTo(
                        Seen.of(List.of(new RepositoryFacts("shop", account, false, RepositoryFacts.Pull.NO_POLICY))));
    }

    @Test
    void findsTenPlantedFaultsAndNoOther() throws Exception {
        ObjectNode definition = definition("bridge");
        definition.remove(List.of("memory", "cpu"));
        ObjectNode container = (ObjectNode) definition.at("/containerDefinitions/0");
        container.remove(List.of("memory", "logConfiguration"));
        ((ObjectNode) container.at("/portMappings/0")).put("hostPort", 80);
        aws.surroundings().loadBalancers().cut(group);
        aws.surroundings().loadBalancers().route(listener, 30, group, 0);
        aws.surroundings().topics().put(topic, 0);
        aws.surroundings().roles().put(executionRole, "ec2.amazonaws.com");
        policy("{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:Batch*\"}}");
        aws.ecs().containerInstance("shop", "i-1");
        aws.surroundings().network().instance("i-1", "sg-hosts").allow("sg-hosts", 22, 22, "10.0.0.0/8");
        aws.surroundings().network().close("sg-hosts").allow("sg-hosts", 22, 22, "sg-office");
        service(definition).bridge().percent(100, 100).gracePeriod(0).create();

        Diagnosis found = diagnosis();

        assertThat(found.unchecked()).isEmpty();
        assertThat(found.findings())
                .extracting(Finding::rule)
                .hasSize(10)
                .containsExactlyInAnyOrderElementsOf(Doctor.rules().stream()
                        .filter(each -> !each.equals("circuit-breaker"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ec2, DescribeSecurityGroups, security-group",
        "elasticloadbalancing, DescribeTargetGroups, listener-rule",
        "cloudwatch, DescribeAlarms, alarm-actions",
        "sns, GetTopicAttributes, alarm-actions",
        "iam, GetRole, roles",
        "iam, SimulatePrincipalPolicy, roles",
        "ecr, GetRepositoryPolicy, repository-policy"
    })
    void saysWhichPermissionIsMissingForARule(String name, String operation, String rule) {
        service(definition("awsvpc")).create();
        aws.faults().always(name, operation, new Fault.Denied(Optional.empty()));

        Diagnosis found = diagnosis();

        assertThat(found.findings()).isEmpty();
        assertThat(found.unchecked())
                .anySatisfy(each -> assertThat(each).startsWith(rule + ": ").contains(name + ":" + operation));
    }

    @Test
    void findsRolesThatAreGoneOrMayNotBePassedOn() {
        aws.surroundings().roles().keep(executionRole);
        ObjectNode definition = definition("awsvpc").put("taskRoleArn", "arn:aws:iam::" + account + ":role/gone");
        service(definition).create();

        assertThat(diagnosis().findings())
                .extracting(Finding::value)
                .containsExactly("there is no such role", "this identity may not pass it to ECS");
    }

    @Test
    void findsAnAlarmAndATopicThatAreGone() {
        aws.ecs().alarms().actions("shop-errors", topic + "-gone");
        service(definition("awsvpc")).alarm("shop-latency").create();

        assertThat(diagnosis().findings())
                .extracting(Finding::resource)
                .containsExactly("alarm shop-latency", "alarm shop-errors");
    }

    @Test
    void takesARouteToEitherOfTwoGroupsThatTakeTurns() {
        String green = aws.elb().create(TargetGroupSpec.named("shop-green").withTargetType("ip"));
        aws.surroundings().loadBalancers().cut(group);
        aws.surroundings().loadBalancers().route(listener, 40, green, 1);
        service(definition("awsvpc")).blueGreen(green, 5).create();

        assertThat(diagnosis().findings()).isEmpty();
    }

    @Test
    void takesAPolicyThatAllowsPullsForOne() throws Exception {
        policy("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"ecr:BatchGetImage\","
                + "\"ecr:GetDownloadUrlForLayer\"]}]}");
        service(definition("awsvpc")).create();

        assertThat(pipeline().repositories())
                .isEqualTo(Seen.of(List.of(new RepositoryFacts("shop", account, false, RepositoryFacts.Pull.ALLOWED))));
    }

    @Test
    void saysWhatElseAwsRefusedToTell() {
        aws.ecs().containerInstance("shop", "i-1");
        service(definition("bridge")).bridge().create();

        assertThat(diagnosis().unchecked())
                .singleElement()
                .asString()
                .startsWith("security-group: ")
                .contains("The instance ID 'i-1' does not exist");
    }

    @Test
    void doesNotTakeAWireThatBreaksForAnAnswer() {
        service(definition("awsvpc")).create();
        aws.faults()
                .always(
                        "iam",
                        "GetRole",
                        new Fault.Refused(new AwsError("ServiceUnavailable", 503, "Service unavailable")));

        assertThatThrownBy(this::pipeline).isInstanceOf(TransientFailure.class);
    }

    @Test
    void cannotKnowTheInstancesOfAServiceWithoutTasks() {
        aws.ecs().containerInstance("shop", "i-1");
        service(definition("bridge")).bridge().running(0).create();

        assertThat(diagnosis().unchecked()).singleElement().asString().contains("on instances, one must run");
    }

    private ServiceSeed service(ObjectNode definition) {
        aws.ecs().taskDefinition(definition);
        return aws.ecs()
                .service("shop", "shop-qa")
                .container("web", 8080)
                .taskDefinition("shop-qa")
                .targetGroup(group)
                .gracePeriod(60)
                .circuitBreaker(true)
                .alarm("shop-errors");
    }

    private ObjectNode definition(String networkMode) {
        ObjectNode definition = new ObjectMapper()
                .createObjectNode()
                .put("family", "shop-qa")
                .put("networkMode", networkMode)
                .put("cpu", "256")
                .put("memory", "512")
                .put("taskRoleArn", taskRole)
                .put("executionRoleArn", executionRole);
        ObjectNode container = definition.putArray("containerDefinitions").addObject();
        container
                .put("name", "web")
                .put("image", account + ".dkr.ecr." + region + ".amazonaws.com/shop:1")
                .put("essential", true)
                .put("memory", 512);
        container.putArray("portMappings").addObject().put("containerPort", 8080);
        container.putObject("logConfiguration").put("logDriver", "awslogs");
        return definition;
    }

    private void policy(String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AmazonEC2ContainerRegistry_V20150921.SetRepositoryPolicy")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper()
                        .createObjectNode()
                        .put("repositoryName", "shop")
                        .put("policyText", text)
                        .toString()))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private Diagnosis diagnosis() {
        return Doctor.examine(pipeline());
    }

    private Pipeline pipeline() {
        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), region, time)) {
            return clients.pipelines().pipeline(new ClusterName("shop"), new ServiceName("shop-qa"));
        }
    }
}
