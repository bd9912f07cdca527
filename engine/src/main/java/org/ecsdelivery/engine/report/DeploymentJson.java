package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.DeployResult.RolledBack;
import org.ecsdelivery.engine.deploy.DeployResult.Superseded;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.report.DeploymentStory.Count;
import org.ecsdelivery.engine.report.DeploymentStory.Moment;
import org.ecsdelivery.engine.report.DeploymentStory.PhaseTime;
import org.ecsdelivery.engine.report.Ladder.Step;

/** Writes a story as JSON. Members that are not known are left out; times are ISO 8601, durations seconds. */
final class DeploymentJson {
    /** Counts up when a member changes its meaning or goes away; new members do not count. */
    private static final int SCHEMA_VERSION = 1;

    private final JsonGenerator json;

    private DeploymentJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(DeploymentStory story) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new DeploymentJson(json).write(story);
        } catch (IOException cause) {
            throw new UncheckedIOException("The deployment report cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(DeploymentStory story) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("result", story.verdict().word());
        json.writeStringField("text", story.verdict().text());
        json.writeStringField("cluster", story.settings().cluster().value());
        json.writeStringField("service", story.settings().service().value());
        json.writeStringField("finishLevel", story.settings().finishLevel().name());
        json.writeStringField("onStop", story.settings().onStop().name());
        json.writeStringField("startedAt", story.from().toString());
        json.writeStringField("endedAt", story.to().toString());
        seconds("seconds", Duration.between(story.from(), story.to()));
        identity(story);
        end(story);
        statistics(story);
        if (story.plan().isPresent()) {
            PlanJson.write(story.plan().get(), json);
        }
        each("phases", story.phases(), this::phase);
        if (!story.traffic().isEmpty()) {
            each("stages", story.traffic().stages(), this::stage);
            each("traffic", story.traffic().shares(), this::share);
        }
        each("rollout", story.counts(), this::count);
        each("newTasks", story.newTasks(), ladder -> ladder(ladder, "states", "state"));
        each("oldTasks", story.oldTasks(), ladder -> ladder(ladder, "rungs", "rung"));
        each("failedTasks", story.failures(), this::failure);
        each("likelyCauses", story.causes(), this::cause);
        each("ecsEvents", story.messages(), this::message);
        each("timeline", story.timeline(), this::moment);
        json.writeEndObject();
    }

    private void identity(DeploymentStory story) throws IOException {
        if (story.deployment().isPresent()) {
            json.writeStringField("deployment", story.deployment().get());
        }
        if (story.revision().isPresent()) {
            var revision = story.revision().get();
            json.writeStringField("taskDefinitionBefore", revision.from());
            json.writeStringField("taskDefinition", revision.to());
            json.writeStringField("container", revision.container());
            json.writeStringField("imageBefore", revision.before());
            json.writeStringField("image", revision.image().toString());
        }
    }

    private void end(DeploymentStory story) throws IOException {
        DeployResult result = story.verdict().result().orElse(null);
        if (result instanceof RolledBack back) {
            json.writeObjectFieldStart("rolledBackBy");
            json.writeStringField("kind", back.by().kind().name());
            strings("alarms", back.by().alarms());
            optional("stage", back.by().stage());
            json.writeStringField("reason", back.reason());
            json.writeStringField("backTo", back.backTo());
            json.writeEndObject();
        } else if (result instanceof Superseded superseded) {
            json.writeObjectFieldStart("supersededBy");
            json.writeStringField("deployment", superseded.by());
            json.writeStringField("taskDefinition", superseded.otherTaskDefinition());
            optional("buildId", superseded.origin().buildId());
            optional("buildUrl", superseded.origin().buildUrl());
            optional("buildType", superseded.origin().buildType());
            optional("registeredBy", superseded.origin().identity());
            json.writeEndObject();
        }
    }

    private void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private void strings(String name, Iterable<String> all) throws IOException {
        json.writeArrayFieldStart(name);
        for (String one : all) {
            json.writeString(one);
        }
        json.writeEndArray();
    }

    private void statistics(DeploymentStory story) throws IOException {
        json.writeObjectFieldStart("statistics");
        for (var reached : story.levels().entrySet()) {
            seconds(BuildStatistic.of(reached.getKey()).shortKey(), reached.getValue());
        }
        if (!story.requests().isEmpty()) {
            json.writeNumberField(BuildStatistic.DEPLOY_AWS_CALLS.shortKey(), story.calls());
            json.writeObjectFieldStart("awsCallsByAction");
            for (var action : new TreeMap<>(story.requests()).entrySet()) {
                json.writeNumberField(action.getKey(), action.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void phase(PhaseTime phase) throws IOException {
        json.writeStringField("phase", phase.phase().name());
        json.writeStringField("at", phase.at().toString());
        seconds("seconds", phase.took());
    }

    private void stage(TrafficStory.StageTime stage) throws IOException {
        json.writeStringField("stage", stage.stage());
        json.writeStringField("at", stage.at().toString());
        seconds("seconds", stage.took());
        if (stage.waits()) {
            json.writeBooleanField("waits", true);
        }
        optional("answer", stage.answer());
    }

    private void share(TrafficStory.Share share) throws IOException {
        json.writeNumberField("percent", share.percent());
        json.writeStringField("at", share.at().toString());
        seconds("seconds", share.took());
    }

    private void count(Count count) throws IOException {
        DeploymentState deployment = count.deployment();
        json.writeStringField("at", count.at().toString());
        json.writeStringField("deployment", deployment.id());
        json.writeStringField("taskDefinition", deployment.taskDefinition());
        json.writeStringField("state", deployment.rollout().name());
        json.writeNumberField("desired", deployment.desired());
        json.writeNumberField("pending", deployment.pending());
        json.writeNumberField("running", deployment.running());
        json.writeNumberField("failed", deployment.failed());
    }

    private void ladder(Ladder ladder, String steps, String state) throws IOException {
        json.writeStringField("task", ladder.task());
        json.writeStringField("targets", ladder.targets());
        each(steps, ladder.steps(), step -> step(step, state));
    }

    private void step(Step step, String state) throws IOException {
        json.writeStringField(state, step.state());
        json.writeStringField("at", step.at().toString());
        seconds("seconds", step.stayed());
    }

    private void failure(TaskFailed failed) throws IOException {
        json.writeStringField("task", failed.task().arn());
        json.writeStringField("stopCode", failed.task().stopCode().orElse(""));
        json.writeStringField("stoppedReason", failed.task().stoppedReason().orElse(""));
        each("containers", failed.task().containers(), this::container);
        strings("logLines", failed.logLines());
    }

    private void container(ContainerState container) throws IOException {
        json.writeStringField("name", container.name());
        if (container.exitCode().isPresent()) {
            json.writeNumberField("exitCode", container.exitCode().get());
        }
        json.writeStringField("reason", container.reason().orElse(""));
    }

    private void cause(KnownCause cause) throws IOException {
        json.writeStringField("name", cause.name());
        json.writeStringField("cause", cause.cause());
        json.writeStringField("remedy", cause.remedy());
    }

    private void message(ServiceEvent message) throws IOException {
        json.writeStringField("at", message.at().toString());
        json.writeStringField("message", message.message());
    }

    private void moment(Moment moment) throws IOException {
        json.writeStringField("at", moment.at().toString());
        json.writeStringField("level", moment.level().name());
        json.writeStringField("text", moment.text());
    }

    private void seconds(String name, Duration duration) throws IOException {
        json.writeNumberField(name, duration.toMillis() / 1000.0);
    }

    private <T> void each(String name, Iterable<T> all, Members<T> members) throws IOException {
        json.writeArrayFieldStart(name);
        for (T one : all) {
            json.writeStartObject();
            members.write(one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @FunctionalInterface
    private interface Members<T> {
        void write(T one) throws IOException;
    }
}
