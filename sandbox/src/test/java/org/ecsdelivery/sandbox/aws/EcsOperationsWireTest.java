package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.CLUSTER;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.SERVICE;

import java.util.Collections;
import java.util.List;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;
import software.amazon.awssdk.services.ecs.model.ServiceRevision;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

class EcsOperationsWireTest {
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void refusesAnUnknownCluster() {
        assertThatThrownBy(() -> sandbox.ecs.describeServices(
                        request -> request.cluster("nowhere").services(SERVICE)))
                .isInstanceOf(ClusterNotFoundException.class)
                .hasMessageContaining("Cluster not found.");
    }

    @Test
    void reportsAnUnknownServiceAsMissing() {
        sandbox.aws.ecs().cluster(CLUSTER);
        assertThat(sandbox.ecs
                        .describeServices(request -> request.cluster(CLUSTER).services("nobody"))
                        .failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "arn:aws:ecs:eu-central-1:123456789012:service/shop/nobody", "MISSING"));
    }

    @Test
    void refusesToUpdateAnUnknownService() {
        sandbox.aws.ecs().cluster(CLUSTER);
        assertThatThrownBy(() -> sandbox.update(request -> request.desiredCount(1)))
                .isInstanceOf(ServiceNotFoundException.class);
    }

    @Test
    void refusesAnUnknownTaskDefinition() {
        sandbox.seed().create();
        assertThatThrownBy(() -> sandbox.update(request -> request.taskDefinition("web:99")))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("TaskDefinition not found.");
    }

    @Test
    void refusesADefinitionWithoutTheContainerOfTheLoadBalancer() {
        sandbox.seed().create();
        sandbox.ecs.registerTaskDefinition(request -> request.family("web")
                .networkMode("awsvpc")
                .containerDefinitions(container -> container.name("other").image("example.org/app:2")));
        assertThatThrownBy(() -> sandbox.update(request -> request.taskDefinition("web")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("The container app does not exist in the task definition.");
    }

    @Test
    void refusesADefinitionWhoseContainerLacksThePortOfTheLoadBalancer() {
        sandbox.seed().create();
        sandbox.ecs.registerTaskDefinition(request -> request.family("web")
                .networkMode("awsvpc")
                .containerDefinitions(container -> container
                        .name("app")
                        .image("example.org/app:2")
                        .portMappings(mapping -> mapping.containerPort(81))));
        assertThatThrownBy(() -> sandbox.update(request -> request.taskDefinition("web")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("The container app did not have a container port 8080 defined.");
    }

    @Test
    void refusesMoreServicesThanFitIntoOneCall() {
        sandbox.seed().create();
        assertThatThrownBy(() -> sandbox.ecs.describeServices(
                        request -> request.cluster(CLUSTER).services(Collections.nCopies(11, SERVICE))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void givesBackAnUnusualTaskDefinitionAsItCameIn() {
        TaskDefinition registered = sandbox.ecs
                .registerTaskDefinition(request -> request.family("web")
                        .pidMode("task")
                        .ipcMode("none")
                        .cpu("512")
                        .memory("1024")
                        .runtimePlatform(platform -> platform.cpuArchitecture("ARM64"))
                        .volumes(volume -> volume.name("data").efsVolumeConfiguration(efs -> efs.fileSystemId("fs-1")))
                        .containerDefinitions(container -> container
                                .name("app")
                                .image("example.org/app:1")
                                .stopTimeout(90)
                                .secrets(secret -> secret.name("KEY").valueFrom("arn:aws:ssm:::parameter/key"))
                                .ulimits(limit ->
                                        limit.name("nofile").softLimit(1).hardLimit(2))
                                .environment(variable -> variable.name("A").value("")))
                        .tags(Tag.builder().key("build").value("7").build()))
                .taskDefinition();
        var described = sandbox.ecs.describeTaskDefinition(
                request -> request.taskDefinition("web:1").include(TaskDefinitionField.TAGS));
        assertThat(described.taskDefinition()).isEqualTo(registered);
        assertThat(registered.containerDefinitions().get(0).stopTimeout()).isEqualTo(90);
        assertThat(registered.pidModeAsString()).isEqualTo("task");
        assertThat(registered.volumes().get(0).efsVolumeConfiguration().fileSystemId())
                .isEqualTo("fs-1");
        assertThat(described.tags()).extracting(Tag::value).containsExactly("7");
    }

    @Test
    void findsTheNewestActiveRevisionOfAFamily() {
        sandbox.register("example.org/app:1");
        String second = sandbox.register("example.org/app:2");
        sandbox.register("example.org/app:3");
        sandbox.ecs.deregisterTaskDefinition(request -> request.taskDefinition("web:3"));
        assertThat(sandbox.ecs
                        .describeTaskDefinition(request -> request.taskDefinition("web"))
                        .taskDefinition()
                        .taskDefinitionArn())
                .isEqualTo(second);
        assertThat(sandbox.ecs
                        .listTaskDefinitions(request -> request.familyPrefix("web"))
                        .taskDefinitionArns())
                .hasSize(2);
    }

    @Test
    void describesTheRevisionAServiceDeploymentAimsAt() {
        sandbox.seed().create();
        sandbox.deploy("example.org/app@sha256:" + "a".repeat(64));
        String target =
                sandbox.newestServiceDeployment().targetServiceRevision().arn();
        ServiceRevision revision = sandbox.ecs
                .describeServiceRevisions(request -> request.serviceRevisionArns(target))
                .serviceRevisions()
                .get(0);
        assertThat(revision.containerImages())
                .singleElement()
                .satisfies(image -> assertThat(image.imageDigest()).isEqualTo("sha256:" + "a".repeat(64)));
        assertThat(revision.loadBalancers().get(0).targetGroupArn()).isEqualTo(sandbox.group);
        assertThat(sandbox.newestServiceDeployment().sourceServiceRevisions()).hasSize(1);
    }

    @Test
    void tagsAServiceAndShowsTheTagsWhenAsked() {
        String arn = sandbox.seed().create();
        sandbox.ecs.tagResource(request -> request.resourceArn(arn)
                .tags(Tag.builder().key("team").value("shop").build()));
        assertThat(sandbox.ecs
                        .describeServices(request ->
                                request.cluster(CLUSTER).services(SERVICE).include(ServiceField.TAGS))
                        .services()
                        .get(0)
                        .tags())
                .extracting(Tag::key)
                .containsExactly("team");
        assertThat(sandbox.ecs
                        .listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .hasSize(1);
    }

    @Test
    void refusesACallerWithoutPermissionAsEachServiceWordsIt() {
        sandbox.seed().create();
        sandbox.aws.faults().next("ecs", "UpdateService", Fault.denied("arn:aws:ecs:x:service/shop/web"));
        sandbox.aws.faults().next("elasticloadbalancing", "DescribeTargetHealth", Fault.denied());
        assertThatThrownBy(() -> sandbox.update(request -> request.desiredCount(1)))
                .isInstanceOf(EcsException.class)
                .hasMessageContaining("is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:x");
        assertThatThrownBy(sandbox::targets).isInstanceOfSatisfying(ElasticLoadBalancingV2Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(403);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        });
    }

    @Test
    void makesTheClientsSeeThrottlingExpiryAndBrokenAnswersForWhatTheyAre() {
        sandbox.seed().create();
        List.of(Fault.throttled(), Fault.expiredToken(), Fault.server(500))
                .forEach(fault -> sandbox.aws.faults().next("ecs", "DescribeServices", fault));
        assertThatThrownBy(sandbox::service)
                .isInstanceOfSatisfying(
                        EcsException.class,
                        e -> assertThat(e.isThrottlingException()).isTrue());
        assertThatThrownBy(sandbox::service).hasMessageContaining("security token included in the request is expired");
        assertThatThrownBy(sandbox::service)
                .isInstanceOfSatisfying(
                        EcsException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
        sandbox.aws.faults().next("ecs", "DescribeServices", Fault.malformed());
        assertThatThrownBy(sandbox::service).isInstanceOf(SdkClientException.class);
        sandbox.aws.faults().next("ecs", "DescribeServices", 4, Fault.dropped());
        assertThatThrownBy(sandbox::service).isInstanceOf(SdkClientException.class);
    }

    @Test
    void refusesAnUnknownTargetGroup() {
        assertThatThrownBy(
                        () -> sandbox.elb.describeTargetHealth(request -> request.targetGroupArn(sandbox.group + "0")))
                .isInstanceOf(TargetGroupNotFoundException.class);
    }

    @Test
    void tellsTheDelayOfATargetGroup() {
        assertThat(sandbox.elb
                        .describeTargetGroupAttributes(request -> request.targetGroupArn(sandbox.group))
                        .attributes())
                .anySatisfy(attribute -> {
                    assertThat(attribute.key()).isEqualTo("deregistration_delay.timeout_seconds");
                    assertThat(attribute.value()).isEqualTo("30");
                });
    }

    @Test
    void tellsThatATargetIsNotRegistered() {
        assertThat(sandbox.elb
                        .describeTargetHealth(request -> request.targetGroupArn(sandbox.group)
                                .targets(target -> target.id("10.0.9.9").port(8080)))
                        .targetHealthDescriptions()
                        .get(0)
                        .targetHealth()
                        .reasonAsString())
                .isEqualTo("Target.NotRegistered");
    }

    @Test
    void limitsRegistrationsToTheBucketOfTheirKindWhenAsked() {
        try (LocalAwsWithClients limited = new LocalAwsWithClients(LocalAwsBuilder::throttling)) {
            for (int i = 0; i < 20; i++) {
                limited.register("example.org/app:" + i);
            }
            assertThatThrownBy(() -> limited.register("example.org/app:20"))
                    .isInstanceOfSatisfying(
                            EcsException.class,
                            e -> assertThat(e.isThrottlingException()).isTrue());
            limited.pass(java.time.Duration.ofSeconds(1));
            assertThat(limited.register("example.org/app:21")).endsWith(":21");
        }
    }
}
