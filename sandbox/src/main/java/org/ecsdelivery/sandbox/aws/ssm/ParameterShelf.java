package org.ecsdelivery.sandbox.aws.ssm;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;

/** The parameters of an account, by name. */
public final class ParameterShelf {
    private final AwsAccount account;
    private final TreeMap<String, Stored> all = new TreeMap<>();

    /** Makes an empty shelf. */
    public ParameterShelf(AwsAccount account) {
        this.account = account;
    }

    /**
     * One parameter.
     *
     * @param type {@code String}, {@code StringList} or {@code SecureString}
     */
    record Stored(String name, String arn, String type, String value, int version) {
        boolean secure() {
            return type.equals("SecureString");
        }
    }

    /** Puts a parameter that is not secret and answers its ARN. */
    public String text(String name, String value) {
        return put(name, "String", value).arn();
    }

    /** Puts a SecureString and answers its ARN. */
    public String secure(String name, String value) {
        return put(name, "SecureString", value).arn();
    }

    /** Takes a parameter away. */
    public synchronized void remove(String name) {
        all.remove(name);
    }

    /** Answers the value behind a name or an ARN. */
    public Optional<String> value(String nameOrArn) {
        return find(nameOrArn).map(Stored::value);
    }

    synchronized Stored put(String name, String type, String value) {
        int version = Optional.ofNullable(all.get(name)).map(Stored::version).orElse(0) + 1;
        // a name in a hierarchy brings the slash with it (Systems Manager user guide, "Working with parameter
        // hierarchies")
        String arn = account.arn("ssm", "parameter" + (name.startsWith("/") ? name : "/" + name));
        Stored stored = new Stored(name, arn, type, value, version);
        all.put(name, stored);
        return stored;
    }

    synchronized Optional<Stored> find(String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? all.values().stream()
                        .filter(each -> each.arn().equals(nameOrArn))
                        .findFirst()
                : Optional.ofNullable(all.get(nameOrArn));
    }

    synchronized List<Stored> below(String path, boolean recursive) {
        String start = path.endsWith("/") ? path : path + "/";
        return all.values().stream()
                .filter(each -> each.name().startsWith(start))
                .filter(each -> recursive || each.name().indexOf('/', start.length()) < 0)
                .toList();
    }
}
