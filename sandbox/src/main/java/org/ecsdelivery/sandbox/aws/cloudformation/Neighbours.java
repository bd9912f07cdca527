package org.ecsdelivery.sandbox.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmBoard;
import org.ecsdelivery.sandbox.aws.ecs.Ecs;
import org.ecsdelivery.sandbox.aws.elb.LoadBalancers;
import org.ecsdelivery.sandbox.aws.elb.TargetGroups;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.iam.RoleBook;
import org.ecsdelivery.sandbox.aws.logs.LogStore;
import org.ecsdelivery.sandbox.aws.network.Ec2Network;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;
import org.ecsdelivery.sandbox.aws.sns.Topics;

/** The services in which stacks create what they describe. */
public record Neighbours(
        AwsAccount account,
        Simulation simulation,
        Ecs ecs,
        AwsService ecr,
        ImageRegistry registry,
        TargetGroups groups,
        LoadBalancers balancers,
        Ec2Network network,
        Topics topics,
        RoleBook roles,
        LogStore logs) {

    AlarmBoard alarms() {
        return ecs.alarms();
    }

    /** Calls a JSON service as CloudFormation does on behalf of its caller. */
    JsonNode call(AwsService service, String operation, JsonNode body) {
        Answer answer = service.answer(new AwsCall(
                service.name(),
                operation,
                body,
                Map.of(),
                account.region(),
                "cloudformation",
                simulation.now(),
                "of-a-stack"));
        return Json.parse(answer.body());
    }

    JsonNode ecs(String operation, JsonNode body) {
        return call(ecs.onTheWire(), operation, body);
    }
}
