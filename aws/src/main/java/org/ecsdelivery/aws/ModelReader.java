package org.ecsdelivery.aws;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Reads JSON that a person wrote into a model of the SDK. What does not fit is refused by field and line; what is not known is noted. */
final class ModelReader {
    private static final Map<MarshallingType<?>, String> WORDS = Map.of(
            MarshallingType.STRING, "a text",
            MarshallingType.INTEGER, "a whole number",
            MarshallingType.LONG, "a whole number",
            MarshallingType.BOOLEAN, "true or false",
            MarshallingType.LIST, "a list",
            MarshallingType.MAP, "an object",
            MarshallingType.SDK_POJO, "an object");

    /** Says that a field does not fit, and where. */
    static final class Misfit extends IOException {
        private static final long serialVersionUID = 1L;

        Misfit(String text) {
            super(text);
        }
    }

    private final JsonParser parser;
    private final List<String> unknown = new ArrayList<>();

    /** Reads on from where a parser stands. */
    ModelReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Returns the fields that the model does not know, each with its line. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /**
     * Reads the object that the parser has come to.
     *
     * @param into the builder of the model
     * @param path where the object stands, empty or ending with a dot
     * @param passed members that are left to others
     */
    void read(SdkPojo into, String path, Iterable<String> passed) throws IOException {
        Map<String, SdkField<?>> fields = new LinkedHashMap<>(into.sdkFieldNameToField());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            @Nullable SdkField<?> field = fields.get(name);
            if (contains(passed, name) || parser.currentToken() == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field == null) {
                unknown.add(path + name + " (line " + line + ")");
                parser.skipChildren();
            } else {
                field.set(into, value(field, path + name));
            }
        }
    }

    private static boolean contains(Iterable<String> names, String name) {
        for (String each : names) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Object value(SdkField<?> field, String path) throws IOException {
        MarshallingType<?> type = field.marshallingType();
        JsonToken token = parser.currentToken();
        if (type == MarshallingType.STRING && token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (type == MarshallingType.INTEGER && token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        if (type == MarshallingType.LONG && token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        if (type == MarshallingType.BOOLEAN && token.isBoolean()) {
            return parser.getBooleanValue();
        }
        if (type == MarshallingType.LIST && token == JsonToken.START_ARRAY) {
            return list(field.getTrait(ListTrait.class).memberFieldInfo(), path);
        }
        if (type == MarshallingType.MAP && token == JsonToken.START_OBJECT) {
            return map(field.getTrait(MapTrait.class).valueFieldInfo(), path);
        }
        if (type == MarshallingType.SDK_POJO && token == JsonToken.START_OBJECT) {
            SdkPojo inner = field.constructor().get();
            read(inner, path + ".", List.of());
            return ((SdkBuilder<?, ?>) inner).build();
        }
        throw new Misfit("line " + parser.currentTokenLocation().getLineNr() + ": " + path + " is not "
                + WORDS.getOrDefault(type, "what it should be"));
    }

    private List<Object> list(SdkField<?> member, String path) throws IOException {
        List<Object> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(value(member, path + "[" + all.size() + "]"));
        }
        return all;
    }

    private Map<String, Object> map(SdkField<?> member, String path) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            all.put(key, value(member, path + "." + key));
        }
        return all;
    }
}
