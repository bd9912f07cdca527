package org.ecsdelivery.engine.envfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The values that every consumer must read exactly, or that its dialect must refuse: those of values.json and made-up ones. */
public final class EnvValues {
    private static final String DANGEROUS = "'\"`$\\# \n\r\t{}=na;:";

    private EnvValues() {}

    /** Returns the values that people have thought of, by a name that says what is odd. */
    public static Map<String, String> known() {
        try (InputStream in = Objects.requireNonNull(EnvValues.class.getResourceAsStream("values.json"));
                JsonParser parser = new JsonFactory().createParser(in)) {
            Map<String, String> values = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    values.put(parser.currentName(), parser.getText());
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every text of one to three dangerous characters. */
    public static Map<String, String> ofThreeCharacters() {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> last = List.of("");
        for (int length = 1; length <= 3; length++) {
            List<String> next = new ArrayList<>();
            for (String start : last) {
                DANGEROUS.chars().forEach(c -> next.add(start + (char) c));
            }
            next.forEach(text -> values.put("S" + values.size(), text));
            last = next;
        }
        return values;
    }

    /** Returns longer texts of dangerous characters. */
    public static Map<String, String> random(int count, long seed) {
        Random random = new Random(seed);
        Map<String, String> values = new LinkedHashMap<>();
        for (int n = 0; n < count; n++) {
            StringBuilder text = new StringBuilder();
            random.ints(4 + random.nextInt(9), 0, DANGEROUS.length()).forEach(at -> text.append(DANGEROUS.charAt(at)));
            values.put("R" + n, text.toString());
        }
        return values;
    }
}
