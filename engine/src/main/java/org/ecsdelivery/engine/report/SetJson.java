package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.ecsdelivery.engine.set.ServiceOutcome;

/** Writes what came of several services as JSON. Members that are not known are left out; durations are seconds. */
final class SetJson {
    private static final double MILLIS = 1000.0;

    private final JsonGenerator json;

    private SetJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(SetSummary summary, Verdict verdict) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new SetJson(json).write(summary, verdict);
        } catch (IOException cause) {
            throw new UncheckedIOException("The services cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(SetSummary summary, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("result", verdict.word());
        json.writeStringField("text", verdict.text());
        json.writeStringField("cluster", summary.set().first().cluster().value());
        json.writeStringField("order", summary.set().order().name());
        json.writeStringField("onFailure", summary.set().onFailure().name());
        json.writeNumberField("seconds", summary.took().toMillis() / MILLIS);
        json.writeArrayFieldStart("services");
        for (ServiceOutcome outcome : summary.outcomes()) {
            write(outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ServiceOutcome outcome) throws IOException {
        Verdict verdict = ServiceVerdict.of(outcome);
        String service = outcome.settings().service().value();
        json.writeStartObject();
        json.writeStringField("service", service);
        json.writeStringField("result", verdict.word());
        json.writeStringField("text", verdict.text());
        json.writeStringField("image", outcome.settings().image().toString());
        if (outcome.before().isPresent()) {
            json.writeStringField("taskDefinitionBefore", outcome.before().get());
        }
        if (outcome.taskDefinition().isPresent()) {
            json.writeStringField("taskDefinition", outcome.taskDefinition().get());
        }
        if (outcome.deployment().isPresent()) {
            json.writeStringField("deployment", outcome.deployment().get());
        }
        json.writeBooleanField("runsWhatItRanBefore", outcome.isBack());
        json.writeStringField("report", service + "/deployment.json");
        json.writeEndObject();
    }
}
