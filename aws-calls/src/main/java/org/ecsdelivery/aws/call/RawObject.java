package org.ecsdelivery.aws.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JSON object whose members stay the text that they came as, byte for byte, until another is put in their place: what we do
 * not know we cannot harm.
 *
 * @param members their names and their JSON
 */
public record RawObject(Map<String, String> members) {
    /** No members. */
    public static final RawObject EMPTY = new RawObject(Map.of());

    /** Copies the members in their order. */
    public RawObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Reads an object; anything else has no members. */
    public static RawObject parse(String json) {
        try (JsonParser parser = RawText.JSON.createParser(json)) {
            Map<String, String> members = new LinkedHashMap<>();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, RawText.slice(parser, json));
                }
            }
            return new RawObject(members);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Tells whether a member is there and not null. */
    public boolean has(String name) {
        return members.containsKey(name) && !"null".equals(members.get(name));
    }

    /** Returns a member that is an object. */
    public RawObject object(String name) {
        return Optional.ofNullable(members.get(name)).map(RawObject::parse).orElse(EMPTY);
    }

    /** Returns the values of a member that is a list. */
    public List<String> list(String name) {
        return Optional.ofNullable(members.get(name)).map(RawText::values).orElse(List.of());
    }

    /** Returns the objects of a member that is a list of them. */
    public List<RawObject> objects(String name) {
        return list(name).stream().map(RawObject::parse).toList();
    }

    /** Returns a member that is a text; empty for any other. */
    public String text(String name) {
        return Optional.ofNullable(members.get(name)).map(RawObject::unquoted).orElse("");
    }

    private static String unquoted(String json) {
        try (JsonParser parser = RawText.JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Returns this with another member in the place of one, or behind all. */
    public RawObject with(String name, String json) {
        Map<String, String> next = new LinkedHashMap<>(members);
        next.put(name, json);
        return new RawObject(next);
    }

    /** Returns this without some members. */
    public RawObject without(Collection<String> names) {
        Map<String, String> next = new LinkedHashMap<>(members);
        next.keySet().removeAll(names);
        return new RawObject(next);
    }

    /** Returns the object as JSON. */
    public String json() {
        return members.entrySet().stream()
                .map(each -> RawText.of(each.getKey()) + ":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Returns the names only; the values may be secret. */
    @Override
    public String toString() {
        return "RawObject" + members.keySet();
    }
}
