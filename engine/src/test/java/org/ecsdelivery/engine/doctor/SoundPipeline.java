package org.ecsdelivery.engine.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.doctor.Entrance.Allowed;
import org.ecsdelivery.engine.doctor.Entrance.Reach;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;

/** A pipeline in which nothing is wrong, to be broken at one place. */
public final class SoundPipeline {
    static final String ROLE = "arn:aws:iam::111122223333:role/shop-tasks";
    static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:alarms";

    String networkMode = "bridge";
    List<Integer> hostPorts = List.of();
    String taskMemory = "";
    int desired = 2;
    boolean balanced = true;
    DeploymentRules rules = new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ofSeconds(60), true, true);
    /** What runs. */
    public Seen<List<ContainerFacts>> containers =
            Seen.of(List.of(new ContainerFacts("web", Optional.of(1024), Optional.of("awslogs"))));
    /** Where requests come from. */
    public List<String> routes = List.of("HTTPS:443 rule 10");

    Seen<Reach> reach = Seen.of(new Reach(
            List.of("sg-lb"), List.of("sg-tasks"), List.of(new Allowed(32768, 65535, "sg-lb")), 32768, 60999));
    /** What deployments watch. */
    public Seen<List<AlarmFacts>> alarms = Seen.of(
            List.of(new AlarmFacts("shop-errors", true, true, List.of(new AlarmFacts.Topic(TOPIC, Seen.of(1))), 0)));

    /** What the revision may do. */
    public Seen<List<RoleFacts>> roles =
            Seen.of(List.of(new RoleFacts("executionRoleArn", ROLE, true, true, Seen.of(true))));

    Seen<List<RepositoryFacts>> repositories =
            Seen.of(List.of(new RepositoryFacts("shop", "111122223333", false, RepositoryFacts.Pull.NO_POLICY)));

    /** Returns the pipeline, changed. */
    public static Pipeline with(UnaryOperator<SoundPipeline> change) {
        return change.apply(new SoundPipeline()).pipeline();
    }

    static DeploymentRules rules(String scheduling, int minimum, int maximum) {
        return new DeploymentRules("ROLLING", scheduling, minimum, maximum, Duration.ofSeconds(60), true, true);
    }

    private Pipeline pipeline() {
        return new Pipeline(
                "shop",
                service(),
                revision(),
                containers,
                Seen.of(List.of(new Entrance("shop-qa", routes, reach))),
                alarms,
                roles,
                repositories);
    }

    private ServiceState service() {
        return new ServiceState(
                "arn:aws:ecs:eu-central-1:111122223333:service/shop/shop-qa",
                "shop-qa",
                "ACTIVE",
                desired,
                desired,
                "arn:aws:ecs:eu-central-1:111122223333:task-definition/shop-qa:7",
                "ECS",
                rules,
                List.of(),
                balanced ? List.of(new ServiceState.LoadBalancer(Optional.of("shop-qa"), "web", 8080)) : List.of(),
                List.of());
    }

    private RevisionState revision() {
        RevisionState.Container web = new RevisionState.Container(
                new ContainerName("web"),
                "shop:1",
                Optional.empty(),
                Duration.ofSeconds(30),
                Optional.empty(),
                List.of(8080),
                hostPorts,
                Variables.NONE,
                List.of());
        return new RevisionState(
                "arn:aws:ecs:eu-central-1:111122223333:task-definition/shop-qa:7",
                networkMode,
                new TaskTraits("", taskMemory, "", ROLE),
                List.of(web),
                Map.of(),
                Optional.empty());
    }
}
