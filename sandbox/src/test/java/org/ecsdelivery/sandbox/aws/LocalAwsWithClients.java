package org.ecsdelivery.sandbox.aws;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.time.VirtualClock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** A stand-in on a virtual clock with the real clients beside it. */
final class LocalAwsWithClients implements AutoCloseable {
    static final String CLUSTER = "shop";
    static final String SERVICE = "web";
    final VirtualClock clock = VirtualClock.at("2026-10-01T22:00:00Z");
    final LocalAws aws;
    final EcsClient ecs;
    final ElasticLoadBalancingV2Client elb;
    final String group;

    LocalAwsWithClients() {
        this(UnaryOperator.identity());
    }

    LocalAwsWithClients(UnaryOperator<LocalAwsBuilder> settings) {
        aws = settings.apply(LocalAws.builder().clock(clock)).start();
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
        ecs = EcsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        elb = ElasticLoadBalancingV2Client.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        group = aws.elb().create(TargetGroupSpec.named("web").withDeregistrationDelay(Duration.ofSeconds(30)));
    }

    ServiceSeed seed() {
        return aws.ecs().service(CLUSTER, SERVICE).targetGroup(group).running(2).circuitBreaker(true);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    String register(String image) {
        return ecs.registerTaskDefinition(definition(image)).taskDefinition().taskDefinitionArn();
    }

    static RegisterTaskDefinitionRequest definition(String image) {
        return RegisterTaskDefinitionRequest.builder()
                .family(SERVICE)
                .networkMode("awsvpc")
                .containerDefinitions(
                        container -> container.name("app").image(image).portMappings(port -> port.containerPort(8080)))
                .build();
    }

    /** Updates the service and answers the id of the deployment this begins. */
    String deploy(String image) {
        String definition = register(image);
        return update(request -> request.taskDefinition(definition))
                .deployments()
                .get(0)
                .id();
    }

    Service update(Consumer<UpdateServiceRequest.Builder> change) {
        return ecs.updateService(
                        request -> change.accept(request.cluster(CLUSTER).service(SERVICE)))
                .service();
    }

    Service service() {
        return ecs.describeServices(request -> request.cluster(CLUSTER).services(SERVICE))
                .services()
                .get(0);
    }

    Deployment primary() {
        return service().deployments().get(0);
    }

    ServiceDeployment newestServiceDeployment() {
        String arn = ecs.listServiceDeployments(
                        request -> request.cluster(CLUSTER).service(SERVICE))
                .serviceDeployments()
                .get(0)
                .serviceDeploymentArn();
        return ecs.describeServiceDeployments(request -> request.serviceDeploymentArns(arn))
                .serviceDeployments()
                .get(0);
    }

    List<Task> tasks(DesiredStatus desired) {
        List<String> arns = ecs.listTasks(
                        request -> request.cluster(CLUSTER).serviceName(SERVICE).desiredStatus(desired))
                .taskArns();
        return arns.isEmpty()
                ? List.of()
                : ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(arns))
                        .tasks();
    }

    Task task(String arn) {
        return ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(arn))
                .tasks()
                .get(0);
    }

    List<TargetHealth> targets() {
        return elb.describeTargetHealth(request -> request.targetGroupArn(group)).targetHealthDescriptions().stream()
                .map(TargetHealthDescription::targetHealth)
                .toList();
    }

    List<String> targetStates() {
        return targets().stream().map(TargetHealth::stateAsString).toList();
    }

    List<String> messages() {
        return service().events().stream().map(ServiceEvent::message).toList();
    }

    @Override
    public void close() {
        ecs.close();
        elb.close();
        aws.close();
    }
}
