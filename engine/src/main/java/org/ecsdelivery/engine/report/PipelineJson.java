package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.doctor.Finding;
import org.ecsdelivery.engine.doctor.Severity;

/** Writes what was found in pipelines as JSON. */
final class PipelineJson {
    private final JsonGenerator json;

    private PipelineJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Checkup checkup) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new PipelineJson(json).write(checkup);
        } catch (IOException cause) {
            throw new UncheckedIOException("The findings cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(Checkup checkup) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("cluster", checkup.settings().cluster().value());
        json.writeStringField("failOn", checkup.settings().failOn().name());
        json.writeBooleanField("failed", checkup.problem().isPresent());
        json.writeArrayFieldStart("services");
        for (Checkup.Checked each : checkup.checked()) {
            write(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Checkup.Checked checked) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", checked.service().value());
        json.writeNumberField("rulesChecked", checked.diagnosis().checked());
        for (Severity severity : Severity.values()) {
            json.writeNumberField(
                    severity.name().toLowerCase(Locale.ROOT) + "s",
                    checked.diagnosis().count(severity));
        }
        json.writeArrayFieldStart("findings");
        for (Finding finding : checked.diagnosis().findings()) {
            write(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unchecked");
        for (String rule : checked.diagnosis().unchecked()) {
            json.writeString(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("resource", finding.resource());
        json.writeStringField("value", finding.value());
        json.writeStringField("why", finding.why());
        json.writeStringField("fix", finding.fix());
        json.writeEndObject();
    }
}
