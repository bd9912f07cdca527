package org.ecsdelivery.aws;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;

/**
 * Writes JSON in one way only, so that two texts of one meaning are equal: members in the order of their names, no blanks, and
 * the variables of a container by name, since their order means nothing and ECS does not promise to keep it.
 */
final class JsonMeaning {
    private static final Set<String> UNORDERED = Set.of("environment", "secrets");

    private JsonMeaning() {}

    static String of(String json) {
        try (JsonParser parser = RawText.JSON.createParser(json)) {
            parser.nextToken();
            return value(parser, "");
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static String value(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser, name);
            case VALUE_STRING -> RawText.of(parser.getText());
            default -> parser.getText();
        };
    }

    private static String object(JsonParser parser) throws IOException {
        TreeMap<String, String> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean given = parser.nextToken() != JsonToken.VALUE_NULL;
            String value = value(parser, name);
            // no variables are no variables, written or not
            if (given && !(UNORDERED.contains(name) && value.equals("[]"))) {
                members.put(name, value);
            }
        }
        return new RawObject(members).json();
    }

    private static String list(JsonParser parser, String name) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, ""));
        }
        if (UNORDERED.contains(name)) {
            values.sort(null);
        }
        return RawText.list(values);
    }
}
