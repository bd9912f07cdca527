package org.ecsdelivery.engine.envfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets of Secrets Manager in memory. */
public final class InMemorySecrets implements SecretStore {
    private final Map<String, Map<String, Stored>> all = new LinkedHashMap<>();

    /** Puts a secret's newest version, empty for one that is bytes, and returns the secret's ARN. */
    public String put(String name, Optional<String> text) {
        String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:" + name + "-AbCdEf";
        Map<String, Stored> stages = all.computeIfAbsent(name, key -> new LinkedHashMap<>());
        Stored former = stages.put("AWSCURRENT", new Stored(arn, text));
        if (former != null) {
            stages.put("AWSPREVIOUS", former);
        }
        return arn;
    }

    @Override
    public Optional<Stored> secret(String id, Optional<String> stage) {
        String name = id.replaceFirst("^arn:.*:secret:(.*)-\\w{6}$", "$1");
        return Optional.ofNullable(all.getOrDefault(name, Map.of()).get(stage.orElse("AWSCURRENT")));
    }
}
