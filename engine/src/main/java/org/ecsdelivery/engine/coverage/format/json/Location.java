package org.ecsdelivery.engine.coverage.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.ecsdelivery.engine.coverage.StatementTable;

/** Reads {@code {"start":{"line":1,"column":0},"end":{...}}}; what is null, infinite or missing is 0. */
final class Location {
    private final JsonParser json;
    private long start;
    private long end;

    Location(JsonParser json) {
        this.json = json;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    void clear() {
        start = 0;
        end = 0;
    }

    /** Takes a line told beside the location, as old versions do. */
    void line(int line) {
        start = start == 0 ? StatementTable.position(line, 0) : start;
    }

    /** Reads the object that just began. */
    void read() throws IOException {
        clear();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            if (object && name.equals("start")) {
                start = position();
            } else if (object && name.equals("end")) {
                end = position();
            } else {
                json.skipChildren();
            }
        }
    }

    private long position() throws IOException {
        int line = 0;
        int column = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NUMBER_INT) {
                int number = (int) Math.max(0, Math.min(count(json), Integer.MAX_VALUE));
                line = name.equals("line") ? number : line;
                column = name.equals("column") ? number : column;
            } else {
                json.skipChildren();
            }
        }
        return StatementTable.position(line, column);
    }

    /** Returns the number that was just read, at most as much as a long holds. */
    static long count(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? (json.getText().startsWith("-") ? 0 : Long.MAX_VALUE)
                    : json.getLongValue();
        }
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = json.getDoubleValue();
            return Double.isNaN(value) ? 0 : (long) value;
        }
        json.skipChildren();
        return 0;
    }
}
