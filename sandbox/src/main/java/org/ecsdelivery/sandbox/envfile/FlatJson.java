package org.ecsdelivery.sandbox.envfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.envfile.SecretNames;

/** Reads one JSON object whose members are variables. No message repeats a value. */
final class FlatJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<String, EnvVariable> variables = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private FlatJson() {}

    /**
     * Reads the members.
     *
     * @throws IllegalArgumentException when it is no such object; it names every member that is not in order
     */
    static List<EnvVariable> variables(String path, byte[] bytes) {
        FlatJson object = new FlatJson();
        try (JsonParser parser = JSON.createParser(decoded(path, bytes))) {
            object.read(parser);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    path + " is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!object.wrong.isEmpty()) {
            throw new IllegalArgumentException(path + ": " + String.join("; ", object.wrong));
        }
        return List.copyOf(object.variables.values());
    }

    private static String decoded(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(path + " is not UTF-8 text", e);
        }
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            wrong.add("it is not one JSON object of names and values");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser.currentName(), parser);
        }
        if (parser.nextToken() != null) {
            wrong.add("there is more behind the object");
        }
    }

    private void member(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            wrong.add(name + " is " + words(token) + ", not a string, number or boolean");
            parser.skipChildren();
        } else if (variables.putIfAbsent(name, variable(name, parser.getText())) != null) {
            wrong.add(name + " is there twice");
        }
    }

    private static String words(JsonToken token) {
        return token == JsonToken.VALUE_NULL ? "null" : token == JsonToken.START_ARRAY ? "an array" : "an object";
    }

    private static EnvVariable variable(String name, String value) {
        return new EnvVariable(name, value, EnvOrigin.value(), SecretNames.looksSecret(name));
    }
}
