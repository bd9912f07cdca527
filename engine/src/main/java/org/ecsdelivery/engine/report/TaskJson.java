package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.ecsdelivery.engine.task.TaskOutcome;

/** Writes what came of tasks as JSON. Members that are not known are left out; durations are seconds. */
final class TaskJson {
    private static final double MILLIS = 1000.0;

    private final JsonGenerator json;

    private TaskJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(TaskSummary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new TaskJson(json).write(summary);
        } catch (IOException cause) {
            throw new UncheckedIOException("The tasks cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(TaskSummary summary) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("text", summary.verdict().text());
        json.writeStringField("cluster", summary.settings().cluster().value());
        json.writeStringField("taskDefinition", summary.settings().definition().value());
        json.writeNumberField("count", summary.outcomes().size());
        json.writeNumberField("failed", summary.failed());
        json.writeArrayFieldStart("tasks");
        for (TaskOutcome outcome : summary.outcomes()) {
            write(summary, outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(TaskSummary summary, TaskOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", outcome.input().number());
        if (!outcome.input().text().isEmpty()) {
            json.writeStringField("input", outcome.input().text());
        }
        json.writeStringField("result", outcome.end().name());
        if (outcome.exitCode().isPresent()) {
            json.writeNumberField("exitCode", outcome.exitCode().get());
        }
        if (outcome.took().isPresent()) {
            json.writeNumberField("seconds", outcome.took().get().toMillis() / MILLIS);
        }
        if (outcome.taskArn().isPresent()) {
            json.writeStringField("task", outcome.taskArn().get());
        }
        String reason = summary.reason(outcome);
        if (!reason.isEmpty()) {
            json.writeStringField("reason", reason);
        }
        json.writeEndObject();
    }
}
