package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.JudgedFinding;
import org.ecsdelivery.engine.scan.ScanResult;
import org.ecsdelivery.engine.scan.ScannedImage;

/** Writes what came of a scan as JSON. Members that are not known are left out. */
final class ScanJson {
    private static final double MILLIS = 1000.0;

    private final JsonGenerator json;

    private ScanJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(ScanSummary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new ScanJson(json).write(summary);
        } catch (IOException cause) {
            throw new UncheckedIOException("The scan cannot be written as JSON", cause);
        }
        return text.append('\n').toString();
    }

    private void write(ScanSummary summary) throws IOException {
        ScanResult result = summary.result();
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("image", result.image().toString());
        json.writeBooleanField("passes", result.passes());
        json.writeStringField("mode", result.settings().mode().name());
        json.writeStringField("failOnSeverity", result.settings().failOn().name());
        json.writeNumberField("seconds", result.took().toMillis() / MILLIS);
        json.writeNumberField("counting", result.counted().size());
        json.writeObjectFieldStart("severities");
        for (FindingSeverity severity : FindingSeverity.values()) {
            json.writeNumberField(severity.name(), result.count(severity));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("notScanned");
        for (ImageReference repository : result.notScanned()) {
            json.writeString(repository.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("images");
        for (ScannedImage image : result.images()) {
            write(image);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ScannedImage image) throws IOException {
        json.writeStartObject();
        json.writeStringField("image", image.image().toString());
        optional("platform", image.platform().orElse(""));
        json.writeStringField("status", image.last().status());
        optional("reported", image.last().reported());
        json.writeArrayFieldStart("findings");
        for (JudgedFinding finding : image.findings()) {
            write(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JudgedFinding judged) throws IOException {
        Finding finding = judged.finding();
        json.writeStartObject();
        json.writeStringField("name", finding.name());
        json.writeStringField("severity", finding.severity().name());
        optional("package", finding.component().name());
        optional("version", finding.component().version());
        if (finding.fix().available().isPresent()) {
            json.writeBooleanField("fixAvailable", finding.fix().available().get());
        }
        optional("fixedIn", finding.fix().version());
        optional("address", finding.address());
        json.writeStringField("ruling", judged.ruling().name());
        optional("because", judged.because());
        json.writeEndObject();
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
