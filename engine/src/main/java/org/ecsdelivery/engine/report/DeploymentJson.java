package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.DeployResult.RolledBack;
import org.ecsdelivery.engine.deploy.DeployResult.Superseded;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.report.DeploymentStory.Ladder;
import org.ecsdelivery.engine.report.DeploymentStory.Moment;
import org.ecsdelivery.engine.report.DeploymentStory.Step;

/** Writes a story as JSON. Members that are not known are left out; times are ISO 8601, durations seconds. */
final class DeploymentJson {
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
        json.writeNumberField("format", 1);
        json.writeStringField("result", story.verdict().word());
        json.writeStringField("text", story.verdict().text());
        json.writeStringField("cluster", story.settings().cluster().value());
        json.writeStringField("service", story.settings().service().value());
        json.writeStringField("finishLevel", story.settings().finishLevel().name());
        json.writeStringField("startedAt", story.from().toString());
        json.writeStringField("endedAt", story.to().toString());
        seconds("seconds", Duration.between(story.from(), story.to()));
        identity(story);
        end(story);
        each("oldTasks", story.ladders(), this::ladder);
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

    private void ladder(Ladder ladder) throws IOException {
        json.writeStringField("task", ladder.task());
        json.writeStringField("targets", ladder.targets());
        each("rungs", ladder.steps(), this::step);
    }

    private void step(Step step) throws IOException {
        json.writeStringField("rung", step.rung().name());
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
