package org.ecsdelivery.engine.envfile;

import java.util.Optional;

/**
 * Where a variable comes from.
 *
 * @param kind the kind of source
 * @param name its name there: the build parameter, the template's path, the SSM parameter, the secret with its key; never a value
 * @param valueFrom what a task definition of ECS takes to have the value injected: an ARN, with {@code :json-key::} for one key of
 *     a secret; empty for what does not lie in AWS
 */
public record EnvOrigin(Kind kind, String name, Optional<String> valueFrom) {

    /** The kind of source. */
    public enum Kind {
        /** A build parameter. */
        PARAMETER("parameter"),
        /** The committed template. */
        TEMPLATE("template"),
        /** AWS Systems Manager. */
        SSM("SSM parameter"),
        /** AWS Secrets Manager. */
        SECRETS_MANAGER("secret"),
        /** A literal value of the settings. */
        VALUE("value in the settings");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns it as the log says it. */
        public String words() {
            return words;
        }
    }

    /** Makes the origin of a build parameter's value. */
    public static EnvOrigin parameter(String name) {
        return new EnvOrigin(Kind.PARAMETER, name, Optional.empty());
    }

    /** Makes the origin of a default in a template. */
    public static EnvOrigin template(String path) {
        return new EnvOrigin(Kind.TEMPLATE, path, Optional.empty());
    }

    /** Makes the origin of an SSM parameter's value. */
    public static EnvOrigin ssm(String name, String arn) {
        return new EnvOrigin(Kind.SSM, name, Optional.of(arn));
    }

    /** Makes the origin of a whole secret's text. */
    public static EnvOrigin secret(String id, String valueFrom) {
        return new EnvOrigin(Kind.SECRETS_MANAGER, id, Optional.of(valueFrom));
    }

    /** Makes the origin of one key of a secret. */
    public static EnvOrigin secret(String id, String key, String valueFrom) {
        return new EnvOrigin(Kind.SECRETS_MANAGER, id + ":" + key, Optional.of(valueFrom));
    }

    /** Makes the origin of a literal value. */
    public static EnvOrigin value() {
        return new EnvOrigin(Kind.VALUE, "", Optional.empty());
    }

    /** Returns it as the log says it, such as {@code SSM parameter /shop/prod/db-password}. */
    public String words() {
        return name.isEmpty() ? kind.words : kind.words + " " + name;
    }

    @Override
    public String toString() {
        return words();
    }
}
