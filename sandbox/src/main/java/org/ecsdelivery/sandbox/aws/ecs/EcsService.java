package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;

/** Amazon ECS on the wire. */
final class EcsService implements AwsService {
    private final World world;
    private final Map<String, Function<AwsCall, JsonNode>> operations = new HashMap<>();

    EcsService(World world, List<Operations> groups) {
        this.world = world;
        groups.forEach(group -> operations.putAll(group.byName()));
    }

    @Override
    public String name() {
        return "ecs";
    }

    @Override
    public String wireName() {
        return "AmazonEC2ContainerServiceV20141113";
    }

    @Override
    public Answer answer(AwsCall call) {
        return Answer.json(world.simulation.look(() -> done(call)));
    }

    private JsonNode done(AwsCall call) {
        boolean elsewhere = !call.region().equals(world.account.region());
        if (elsewhere && call.body().has("cluster")) {
            throw AwsError.client("ClusterNotFoundException", "Cluster not found.");
        }
        return Optional.ofNullable(operations.get(call.operation()))
                .orElseThrow(() -> AwsService.unknownOperation(call))
                .apply(call)
                .deepCopy();
    }
}
