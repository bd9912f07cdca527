package org.ecsdelivery.engine.coverage.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.WarningTally;

/** One member of the outer object: a path, and what was covered of it. */
final class IstanbulFile {
    private final JsonParser json;
    private final Limits limits;
    private final WarningTally warnings;
    private final CoverageSink sink;
    private final IstanbulDetails details;
    private String path = "";
    private boolean known;

    IstanbulFile(JsonParser json, Limits limits, WarningTally warnings, CoverageSink sink) {
        this.json = json;
        this.limits = limits;
        this.warnings = warnings;
        this.sink = sink;
        this.details = new IstanbulDetails(json, limits);
    }

    /** Reads the member whose name just came; false when it is no file. */
    boolean read() throws IOException {
        String name = json.currentName();
        path = name;
        known = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            warnings.add(Kind.UNKNOWN_RECORD, () -> name);
            return false;
        }
        details.clear();
        members();
        if (!known) {
            warnings.add(Kind.UNKNOWN_RECORD, () -> name);
            return false;
        }
        if (path.length() > limits.pathBytes()) {
            throw new LimitExceeded(
                    "a path of " + path.length() + " letters, more than " + limits.pathBytes(),
                    "The report is broken, or of another format.");
        }
        boolean total = details.isSummary() && name.equals("total");
        if (total) {
            details.clear();
        } else {
            sink.file(details.build(path));
        }
        return !total;
    }

    private void members() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(name);
            } else {
                scalar(name, value);
            }
        }
    }

    private void scalar(String name, JsonToken value) throws IOException {
        if (name.equals("path") && value == JsonToken.VALUE_STRING) {
            path = json.getTextLength() == 0 ? path : json.getText();
        } else if (name.equals("all") && value == JsonToken.VALUE_TRUE) {
            details.placeholder();
        } else {
            json.skipChildren();
        }
    }

    private void object(String name) throws IOException {
        switch (name) {
            case "data" -> members();
            case "statementMap" -> details.statementMap();
            case "fnMap" -> details.functionMap();
            case "branchMap" -> details.branchMap();
            case "s" -> details.statements();
            case "f" -> details.functions();
            case "b" -> details.branches();
            case "l" -> details.lines();
            case "lines" -> details.summary(CoverageMetric.LINES);
            case "statements" -> details.summary(CoverageMetric.STATEMENTS);
            case "functions" -> details.summary(CoverageMetric.FUNCTIONS);
            case "branches" -> details.summary(CoverageMetric.BRANCHES);
            default -> {
                json.skipChildren();
                return;
            }
        }
        known = true;
    }
}
