package org.ecsdelivery.sandbox.aws.cloudformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.time.VirtualClock;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A stack of the application pipeline's template on a virtual clock, used through the real client. */
final class PipelineStack implements AutoCloseable {
    static final String NAME = "shop-pipeline";
    private static final Path TEMPLATE = Path.of("..", "infrastructure", "application-pipeline.yaml");

    final VirtualClock clock = VirtualClock.at("2026-10-01T22:00:00Z");
    final LocalAws aws =
            LocalAws.builder().clock(clock).timings(TaskTimings.quick()).start();
    final CloudFormationClient client = RealClients.of(CloudFormationClient.builder(), aws);
    final Map<String, String> parameters = new LinkedHashMap<>(Map.of(
            "ApplicationName", "shop",
            "VpcId", "vpc-1",
            "LoadBalancerSubnetIds", "subnet-1,subnet-2",
            "TaskSubnetIds", "subnet-3,subnet-4",
            "CertificateArn", "arn:aws:acm:eu-central-1:123456789012:certificate/1a2b",
            "AlarmMail", "team@example.com",
            "InitialImage", "registry.example.com/shop:1",
            "CreateQa", "true",
            "QaHost", "qa.example.com"));

    static String template() {
        try {
            return Files.readString(TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PipelineStack with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Makes a change set and waits until it can be read. */
    DescribeChangeSetResponse plan(String name, ChangeSetType type) {
        return plan(name, type, template());
    }

    DescribeChangeSetResponse plan(String name, ChangeSetType type, String template) {
        client.createChangeSet(each -> each.stackName(NAME)
                .changeSetName(name)
                .changeSetType(type)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_IAM)
                .parameters(parameters.entrySet().stream()
                        .map(value -> Parameter.builder()
                                .parameterKey(value.getKey())
                                .parameterValue(value.getValue())
                                .build())
                        .toList()));
        clock.advance(Duration.ofSeconds(3));
        return client.describeChangeSet(each -> each.stackName(NAME).changeSetName(name));
    }

    void execute(String name, String token) {
        client.executeChangeSet(each -> each.stackName(NAME).changeSetName(name).clientRequestToken(token));
    }

    /** Lets time pass until the stack has come to rest. */
    Stack settled() {
        for (int i = 0; i < 400 && stack().stackStatusAsString().endsWith("_IN_PROGRESS"); i++) {
            clock.advance(Duration.ofSeconds(5));
        }
        return stack();
    }

    Stack created() {
        plan("first", ChangeSetType.CREATE);
        execute("first", "create-1");
        return settled();
    }

    Stack stack() {
        return client.describeStacks(each -> each.stackName(NAME)).stacks().get(0);
    }

    /** Answers the events of all pages, oldest first. */
    List<StackEvent> events() {
        List<StackEvent> all = new ArrayList<>();
        client.describeStackEventsPaginator(each -> each.stackName(NAME))
                .stackEvents()
                .forEach(each -> all.add(0, each));
        return all;
    }

    @Override
    public void close() {
        client.close();
        aws.close();
    }
}
