package org.ecsdelivery.sandbox.aws.secrets;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;

/** The secrets of an account. */
public final class SecretShelf {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    private final AwsAccount account;
    private final Map<String, Stored> all = new LinkedHashMap<>();

    /** Makes an empty shelf. */
    public SecretShelf(AwsAccount account) {
        this.account = account;
    }

    /** One version: its text, or its bytes in Base64. */
    record Version(String id, Optional<String> text, Optional<String> binary) {}

    /** One secret: its versions, and which of them a stage stands for. */
    record Stored(String name, String arn, List<Version> versions, Map<String, String> stages) {
        Optional<Version> version(String id) {
            return versions.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        Optional<Version> staged(String stage) {
            return Optional.ofNullable(stages.get(stage)).flatMap(this::version);
        }

        List<String> stagesOf(Version version) {
            return stages.entrySet().stream()
                    .filter(each -> each.getValue().equals(version.id()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Puts a secret's text, as its newest version, and answers the secret's ARN. */
    public String put(String name, String text) {
        return put(name, Optional.of(text), Optional.empty()).arn();
    }

    /** Puts a secret that is bytes and answers its ARN. */
    public String put(String name, byte[] bytes) {
        return put(name, Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(bytes)))
                .arn();
    }

    /** Takes a secret away. */
    public synchronized void remove(String name) {
        all.remove(name);
    }

    /** Answers the text of the version that a stage stands for, of a secret by name or ARN. */
    public Optional<String> text(String nameOrArn, String stage) {
        return find(nameOrArn)
                .flatMap(each -> each.staged(stage.isEmpty() ? CURRENT : stage))
                .flatMap(Version::text);
    }

    synchronized Stored put(String name, Optional<String> text, Optional<String> binary) {
        Stored stored = all.computeIfAbsent(
                // six characters that keep a secret of the same name, made again later, another one
                name, key -> new Stored(key, arn(key), new ArrayList<>(), new LinkedHashMap<>()));
        Version version = new Version(
                "00000000-0000-4000-8000-%012d".formatted(stored.versions().size() + 1), text, binary);
        stored.versions().add(version);
        Optional.ofNullable(stored.stages().put(CURRENT, version.id()))
                .ifPresent(former -> stored.stages().put(PREVIOUS, former));
        return stored;
    }

    private String arn(String name) {
        return account.arn("secretsmanager", "secret:" + name + "-" + "Ab%04x".formatted(name.hashCode() & 0xffff));
    }

    /** By name, by ARN, or by an ARN without the six characters. */
    synchronized Optional<Stored> find(String nameOrArn) {
        return all.values().stream()
                .filter(each -> each.name().equals(nameOrArn)
                        || each.arn().equals(nameOrArn)
                        || each.arn().substring(0, each.arn().lastIndexOf('-')).equals(nameOrArn))
                .findFirst();
    }
}
