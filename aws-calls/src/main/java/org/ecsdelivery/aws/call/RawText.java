package org.ecsdelivery.aws.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** JSON as the text that it is. */
public final class RawText {
    /** Makes parsers. */
    public static final JsonFactory JSON = new JsonFactory();

    private RawText() {}

    /** Writes a text. */
    public static String of(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Writes a list of values that are JSON already. */
    public static String list(Collection<String> values) {
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** Returns the values of a list, each as it is written. */
    public static List<String> values(String list) {
        try (JsonParser parser = JSON.createParser(list)) {
            List<String> values = new ArrayList<>();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(slice(parser, list));
                }
            }
            return values;
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Returns the text of the value that the parser has come to, and goes to its end. */
    static String slice(JsonParser parser, String text) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
}
