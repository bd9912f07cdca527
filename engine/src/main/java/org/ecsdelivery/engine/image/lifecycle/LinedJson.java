package org.ecsdelivery.engine.image.lifecycle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON text, which knows the line it begins in.
 *
 * @param value a map of names to {@code LinedJson}, a list of {@code LinedJson}, a string, a number, a boolean or {@code "null"}
 * @param line the line, from 1
 */
record LinedJson(Object value, int line) {
    /** Nobody needs more; a text that is nested without end must not end the build's Java. */
    private static final int DEEPEST = 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON, with the line
     */
    static LinedJson read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            LinedJson all = value(parser, 0);
            if (parser.nextToken() != null) {
                throw wrong(parser.currentTokenLocation().getLineNr(), "the JSON has ended, and there is more");
            }
            return all;
        } catch (JsonProcessingException broken) {
            throw wrong(Math.max(1, broken.getLocation().getLineNr()), "it is no JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw wrong(1, impossible.toString());
        }
    }

    private static LinedJson value(JsonParser parser, int depth) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw wrong(line, "there is no JSON");
        }
        if (depth > DEEPEST) {
            throw wrong(line, "it is nested too deep");
        }
        return switch (token) {
            case START_OBJECT -> new LinedJson(members(parser, depth), line);
            case START_ARRAY -> new LinedJson(elements(parser, depth), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LinedJson(number(parser.getText()), line);
            case VALUE_TRUE, VALUE_FALSE -> new LinedJson(parser.getBooleanValue(), line);
            default -> new LinedJson(String.valueOf(parser.getText()), line);
        };
    }

    /** Equal numbers are equal however they are written. */
    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static Map<String, LinedJson> members(JsonParser parser, int depth) throws IOException {
        Map<String, LinedJson> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, depth + 1));
        }
        return members;
    }

    private static List<LinedJson> elements(JsonParser parser, int depth) throws IOException {
        List<LinedJson> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, depth + 1));
        }
        return elements;
    }

    /** Returns the members of an object. */
    @SuppressWarnings("unchecked")
    Map<String, LinedJson> members(String what) {
        if (!(value instanceof Map)) {
            throw wrong(line, what + " is no object {...}");
        }
        return (Map<String, LinedJson>) value;
    }

    /** Returns the elements of a list. */
    @SuppressWarnings("unchecked")
    List<LinedJson> elements(String what) {
        if (!(value instanceof List)) {
            throw wrong(line, what + " is no list [...]");
        }
        return (List<LinedJson>) value;
    }

    /** Returns the same without lines, so that it is equal to what means the same. */
    Object plain() {
        if (value instanceof Map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            members("").forEach((name, member) -> plain.put(name, member.plain()));
            return plain;
        }
        return value instanceof List
                ? elements("").stream().map(LinedJson::plain).toList()
                : value;
    }

    static IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
