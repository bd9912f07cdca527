package org.ecsdelivery.engine.coverage.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A baseline in a file: the document that an earlier build published. */
public final class BaselineFile {
    private BaselineFile() {}

    /**
     * Reads the totals of a document.
     *
     * @param file where it is
     * @param name what the settings call it
     * @throws EngineException when it is no such document
     */
    public static CoverageBaseline read(Path file, String name) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonFactory().createParser(in)) {
            Map<CoverageMetric, Counted> counts = new EnumMap<>(CoverageMetric.class);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw refused(name, "it is no JSON object", null);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                json.nextToken();
                if (member.equals("totals")) {
                    totals(json, counts);
                    return new CoverageBaseline(name, counts);
                }
                json.skipChildren();
            }
            throw refused(name, "it has no totals", null);
        } catch (IOException | IllegalArgumentException cause) {
            throw refused(name, String.valueOf(cause.getMessage()), cause);
        }
    }

    private static void totals(JsonParser json, Map<CoverageMetric, Counted> counts) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String metric = json.currentName();
            long covered = 0;
            long total = 0;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isTotal = json.currentName().equals("total");
                json.nextToken();
                long number = json.getLongValue();
                total = isTotal ? number : total;
                covered = isTotal ? covered : number;
            }
            Counted counted = new Counted(covered, total);
            CoverageMetric.of(metric).ifPresent(known -> counts.put(known, counted));
        }
    }

    private static EngineException refused(
            String name, String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new EngineException(
                FailureKind.COVERAGE_UNREADABLE,
                CoverageParameters.BASELINE_FILE.label() + " (" + CoverageParameters.BASELINE_FILE.name() + "): " + name
                        + " is no baseline",
                why,
                CoverageParameters.BASELINE_FILE.help(),
                cause);
    }
}
