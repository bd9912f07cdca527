package org.ecsdelivery.engine.envfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileSettings.SecretSource;

/** The variables in one secret: its whole text, one key of the JSON object in it, or all of them. Tells no value of what it refuses. */
final class SecretParts {
    private static final JsonFactory JSON = new JsonFactory();

    private final SecretSource source;
    private final String arn;
    private final String text;
    private final List<EnvProblem> problems = new ArrayList<>();

    SecretParts(SecretSource source, String arn, String text) {
        this.source = source;
        this.arn = arn;
        this.text = text;
    }

    List<EnvProblem> problems() {
        return problems;
    }

    List<EnvVariable> variables() {
        if (source.variable().isPresent() && source.key().isEmpty()) {
            EnvOrigin origin = EnvOrigin.secret(source.id(), valueFrom(""));
            return List.of(new EnvVariable(source.variable().get(), text, origin, true));
        }
        Map<String, Optional<String>> keys = keys();
        if (problems.isEmpty() && source.key().isPresent()) {
            String key = source.key().get();
            if (!keys.containsKey(key)) {
                refuse(source.variable().orElse(key), "the secret " + source.id() + " has no key " + key);
            }
            keys.keySet().retainAll(List.of(key));
        }
        List<EnvVariable> all = new ArrayList<>();
        keys.forEach((key, value) -> {
            String name = source.variable().orElse(key);
            value.ifPresentOrElse(
                    known -> all.add(new EnvVariable(name, known, origin(key), true)),
                    () -> refuse(
                            name, "key " + key + " of the secret " + source.id() + " is neither a text nor a number"));
        });
        return all;
    }

    private EnvOrigin origin(String key) {
        // ECS takes what stands behind a colon for something else
        return key.contains(":")
                ? new EnvOrigin(EnvOrigin.Kind.SECRETS_MANAGER, source.id() + ":" + key, Optional.empty())
                : EnvOrigin.secret(source.id(), key, valueFrom(key));
    }

    /** Writes the reference as ECS reads it: ARN, key, stage and version (ECS developer guide, "Passing Secrets Manager secrets"). */
    private String valueFrom(String key) {
        return key.isEmpty() && source.stage().isEmpty()
                ? arn
                : arn + ":" + key + ":" + source.stage().orElse("") + ":";
    }

    private Map<String, Optional<String>> keys() {
        Map<String, Optional<String>> keys = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                keys.put(key, value(parser, parser.nextToken()));
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("no object alone");
            }
            return keys;
        } catch (IOException noObject) {
            // what the parser says of it may quote the secret
            refuse(
                    source.variable().orElse(source.id()),
                    "the secret " + source.id() + " holds no JSON object",
                    "write NAME=" + source.id() + " for its whole text");
            return new LinkedHashMap<>();
        }
    }

    private static Optional<String> value(JsonParser parser, JsonToken token) throws IOException {
        if (token == null || token == JsonToken.VALUE_NULL || token.isStructStart()) {
            parser.skipChildren();
            return Optional.empty();
        }
        return Optional.of(parser.getText());
    }

    private void refuse(String name, String reason) {
        refuse(name, reason, "");
    }

    private void refuse(String name, String reason, String remedy) {
        problems.add(new EnvProblem(name, reason, remedy));
    }
}
