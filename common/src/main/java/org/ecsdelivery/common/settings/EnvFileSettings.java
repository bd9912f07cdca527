package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One env file that a build makes.
 *
 * @param target where it is written, how and when
 * @param sources where its variables come from
 * @param guards what keeps it from leaking
 * @param access how AWS is reached
 */
public record EnvFileSettings(Target target, Sources sources, Guards guards, AwsAccess access) {

    /**
     * Where the file is written.
     *
     * @param path the path, from the checkout directory
     * @param dialect who reads it
     * @param beforeStep the name of the step it is written before; empty for the first one
     */
    public record Target(String path, EnvFileDialect dialect, Optional<String> beforeStep) {}

    /**
     * Where the variables come from.
     *
     * @param prefix what the names of build parameters begin with whose rest is the variable's name
     * @param parameters build parameters taken beside those, by the variable's name
     * @param template the path of a committed template, from the checkout directory
     * @param ssm what is taken from AWS Systems Manager
     * @param secrets what is taken from AWS Secrets Manager
     * @param values literal values by name
     * @param required names that must be there
     */
    public record Sources(
            String prefix,
            Map<String, String> parameters,
            Optional<String> template,
            List<SsmSource> ssm,
            List<SecretSource> secrets,
            Map<String, String> values,
            List<String> required) {
        /** Copies the collections; their order stays. */
        public Sources {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            ssm = List.copyOf(ssm);
            secrets = List.copyOf(secrets);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            required = List.copyOf(required);
        }

        /** Leaves the values out: they may be secrets. */
        @Override
        public String toString() {
            return "Sources[" + prefix + ", " + parameters + ", " + template + ", " + ssm + ", " + secrets + ", "
                    + values.keySet() + ", " + required + "]";
        }
    }

    /**
     * Parameters of AWS Systems Manager.
     *
     * @param variable the variable's name; empty takes every parameter below the path
     * @param name the parameter's name or ARN, or the path
     */
    public record SsmSource(Optional<String> variable, String name) {}

    /**
     * A secret of AWS Secrets Manager.
     *
     * @param variable the variable's name; empty takes every key of the JSON object that the secret holds
     * @param id the secret's name or ARN
     * @param key the key of the JSON object; empty for the whole text
     * @param stage the version stage, such as {@code AWSPREVIOUS}
     */
    public record SecretSource(Optional<String> variable, String id, Optional<String> key, Optional<String> stage) {}

    /**
     * What keeps the file from leaking.
     *
     * @param tracked what happens when git tracks the file
     * @param context what happens when a build context would send it
     */
    public record Guards(Tracked tracked, Context context) {}

    /** What happens when the file is tracked by git. */
    public enum Tracked {
        /** The build fails before any step. */
        FAIL,
        /** The build log warns, and the file is overwritten. */
        WARN
    }

    /** What happens when the file lies where an image step would send it with the build context. */
    public enum Context {
        /** The build fails before any step. */
        REFUSE,
        /** The image step leaves the file out, as if {@code .dockerignore} named it. */
        IGNORE,
        /** The file is sent; the build log warns. */
        ALLOW
    }
}
