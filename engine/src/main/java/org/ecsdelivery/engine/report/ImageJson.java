package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.image.built.ImageDetails;

/** Writes what an image step did as JSON. Members that are not known are left out. */
final class ImageJson {
    private static final double MILLIS = 1000.0;

    private final JsonGenerator json;

    private ImageJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(ImageStory story) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new ImageJson(json).write(story);
        } catch (IOException cause) {
            throw new UncheckedIOException("The image's report cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(ImageStory story) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("outcome", story.problem().isPresent() ? "FAILED" : "PUSHED");
        optional("problem", story.problem().orElse(""));
        json.writeStringField("began", story.times().from().toString());
        seconds("seconds", story.times().took());
        if (story.times().build().isPresent()) {
            seconds("buildSeconds", story.times().build().get());
        }
        optional("engine", story.engine());
        optional("builder", story.builder());
        if (story.inspected().isPresent()) {
            image(story.inspected().get());
        }
        steps(story.steps());
        pushes(story.pushes());
        json.writeEndObject();
    }

    private void image(Inspected inspected) throws IOException {
        ImageDetails details = inspected.details();
        json.writeObjectFieldStart("image");
        json.writeStringField("id", inspected.image().id());
        json.writeNumberField("bytes", inspected.image().bytes());
        if (inspected.image().notes().contextBytes() > 0) {
            json.writeNumberField("contextBytes", inspected.image().notes().contextBytes());
        }
        json.writeStringField("platform", details.platform());
        list("entrypoint", details.start().entrypoint());
        list("command", details.start().command());
        optional("user", details.start().user());
        optional("workingDirectory", details.start().directory());
        list("ports", details.start().ports());
        list("variables", details.variables());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : details.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("layers");
        for (ImageDetails.Layer layer : details.layers()) {
            json.writeStartObject();
            json.writeStringField("createdBy", layer.createdBy());
            json.writeNumberField("bytes", layer.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void steps(List<BuildStep> steps) throws IOException {
        json.writeArrayFieldStart("steps");
        for (BuildStep step : steps) {
            json.writeStartObject();
            json.writeStringField("name", step.name());
            json.writeBooleanField("cached", step.cached());
            seconds("seconds", step.took());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pushes(List<ImageReport.Push> pushes) throws IOException {
        json.writeArrayFieldStart("pushes");
        for (ImageReport.Push push : pushes) {
            json.writeStartObject();
            json.writeStringField("image", push.pushed().image().toString());
            json.writeStringField("digest", push.pushed().digest().value());
            seconds("seconds", push.pushed().took());
            json.writeNumberField("layers", push.last().layers());
            json.writeNumberField("layersReused", push.last().reused());
            json.writeNumberField("bytesSent", push.last().bytesSent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void list(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void seconds(String name, Duration took) throws IOException {
        json.writeNumberField(name, took.toMillis() / MILLIS);
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
