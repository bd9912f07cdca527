package org.ecsdelivery.engine.coverage.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.gate.Shortfall;

/** Writes coverage as JSON (docs/coverage.md). */
final class CoverageJson {
    /** Raised when a reader would have to change. */
    static final int FORMAT = 1;

    private final JsonGenerator json;

    private CoverageJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(CoverageResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new CoverageJson(json).write(result);
        } catch (IOException cause) {
            throw new UncheckedIOException("Coverage cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(CoverageResult result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeBooleanField("partial", result.settings().gate().partial());
        totals("totals", result.totals());
        if (result.changed().isPresent()) {
            totals("changed", result.changed().get().totals());
        }
        json.writeArrayFieldStart("shortfalls");
        for (Shortfall each : result.shortfalls()) {
            json.writeStartObject();
            json.writeStringField("identity", each.identity());
            json.writeStringField("text", each.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (FileCoverage file : result.read().report().files()) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            counts(file.totals().counts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void totals(String name, Totals totals) throws IOException {
        json.writeObjectFieldStart(name);
        counts(totals.counts());
        json.writeEndObject();
    }

    private void counts(Map<CoverageMetric, Count> counts) throws IOException {
        for (Map.Entry<CoverageMetric, Count> each : counts.entrySet()) {
            json.writeObjectFieldStart(each.getKey().word());
            json.writeNumberField("covered", each.getValue().covered());
            json.writeNumberField("total", each.getValue().total());
            json.writeEndObject();
        }
    }
}
