package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A blue/green, linear or canary deployment under way: its stage, the traffic of the new revision, and its hooks. */
final class TrafficShift {
    final Service service;
    final ServiceDeployment record;
    final Deployment blue;
    final Deployment green;
    final List<HookRun> hooks = new ArrayList<>();
    Stage stage = Stage.PRE_SCALE_UP;
    double production;
    double test;
    boolean over;

    TrafficShift(Service service, Deployment blue, Deployment green) {
        this.service = service;
        this.record = green.record;
        this.blue = blue;
        this.green = green;
    }

    boolean mayStartGreen() {
        return stage.compareTo(Stage.SCALE_UP) >= 0;
    }

    boolean mayStopBlue() {
        return stage == Stage.CLEAN_UP;
    }

    List<JsonNode> hooksAt(Stage at) {
        return StreamSupport.stream(record.configuration.path("lifecycleHooks").spliterator(), false)
                .filter(hook -> StreamSupport.stream(
                                hook.path("lifecycleStages").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(at.name())))
                .toList();
    }

    boolean waitsForHooks() {
        return hooks.stream().anyMatch(HookRun::isOpen);
    }

    /** The share of production traffic after the next step. */
    double nextProduction() {
        return switch (record.configuration.path("strategy").asText()) {
            case "LINEAR" ->
                Math.min(
                        100,
                        production
                                + record.configuration
                                        .at("/linearConfiguration/stepPercent")
                                        .asDouble(10));
            case "CANARY" ->
                production > 0
                        ? 100
                        : record.configuration
                                .at("/canaryConfiguration/canaryPercent")
                                .asDouble(5);
            default -> 100;
        };
    }

    /** How long the share of a step stays before the next. */
    Duration stepBake() {
        boolean linear = record.configuration.path("strategy").asText().equals("LINEAR");
        return Duration.ofMinutes(
                linear
                        ? record.configuration
                                .at("/linearConfiguration/stepBakeTimeInMinutes")
                                .asLong(6)
                        : record.configuration
                                .at("/canaryConfiguration/canaryBakeTimeInMinutes")
                                .asLong(10));
    }

    Duration bake() {
        return Duration.ofMinutes(record.configuration.path("bakeTimeInMinutes").asLong(0));
    }
}
