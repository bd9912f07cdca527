package org.ecsdelivery.engine.coverage.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.WarningTally;
import org.ecsdelivery.engine.coverage.format.ReportParser;

/** Reads {@code coverage-final.json} and {@code coverage-summary.json} of Istanbul, nyc, Jest, Vitest and Karma. */
public final class IstanbulParser implements ReportParser {
    private static final String REMEDY =
            "Look whether the tool that writes it ran to its end, and whether two write to the same file.";

    private final Limits limits;

    /** Makes a parser that goes no further than that. */
    public IstanbulParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        WarningTally warnings = new WarningTally(report);
        try (JsonParser json = factory(limits).createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            read(report, json, new IstanbulFile(json, limits, warnings, sink), warnings);
        }
        warnings.warnings().forEach(sink::warning);
    }

    private static void read(String report, JsonParser json, IstanbulFile file, WarningTally warnings)
            throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableReport(report, "its beginning", "it is no JSON object of files", REMEDY, null);
            }
            boolean any = false;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                any |= file.read();
            }
            if (!any) {
                warnings.add(Kind.NO_FILES, () -> "the object holds no file");
            }
        } catch (StreamConstraintsException e) {
            throw new UnreadableReport(
                    report, place(json), e.getOriginalMessage(), "The report is broken, or of another format.", e);
        } catch (JsonEOFException e) {
            throw new UnreadableReport(report, place(json), "it ends in the middle", REMEDY, e);
        } catch (StreamReadException e) {
            throw new UnreadableReport(report, place(json), oneLine(e.getOriginalMessage()), REMEDY, e);
        } catch (CharConversionException e) {
            throw new UnreadableReport(report, place(json), oneLine(String.valueOf(e.getMessage())), REMEDY, e);
        } catch (LimitExceeded e) {
            throw new UnreadableReport(report, place(json), e.fact(), e.remedy(), e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String place(JsonParser json) {
        JsonLocation at = json.currentLocation();
        return "line " + at.getLineNr() + ", byte " + at.getByteOffset();
    }

    private static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNameLength(limits.nameBytes())
                        .maxStringLength(limits.nameBytes() * 16)
                        .build())
                .build();
    }
}
