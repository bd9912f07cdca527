package org.ecsdelivery.dsl;

import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.common.settings.EnvFileSettings.Tracked;

/**
 * Writes an env file before the steps run and deletes it when the build ends; one for each file. Every text may hold parameter references
 * such as {@code %stage%}.
 */
public final class EnvFile implements Feature {
    private final SettingValues values;
    private final StepParameters parameters;

    private EnvFile(SettingValues values, StepParameters parameters) {
        this.values = values;
        this.parameters = parameters;
    }

    /** Returns one at a path from the checkout directory, for {@code docker run --env-file}, of the build parameters {@code env-file.*}. */
    public static EnvFile at(String path) {
        return new EnvFile(SettingValues.of(EnvFileFeature.TYPE), StepParameters.none())
                .with(EnvFileParameters.PATH, path);
    }

    /** Returns this file written for another reader than {@code docker run --env-file}: each reads quotes, blanks and $ in its own way. */
    public EnvFile readBy(EnvFileDialect dialect) {
        return readBy(dialect.word());
    }

    /** Returns this file with {@link #readBy(EnvFileDialect)} decided by a parameter of the build. */
    public EnvFile readBy(String reference) {
        return with(EnvFileParameters.DIALECT, reference);
    }

    /** Returns this file of the build parameters whose names begin otherwise than with {@code env-file.}. */
    public EnvFile parametersThatBeginWith(String prefix) {
        return with(EnvFileParameters.PREFIX, prefix);
    }

    /** Returns this file with one more build parameter; {@code env.} and {@code system.} are not part of the variable's name. */
    public EnvFile parameter(String parameter) {
        return withLine(EnvFileParameters.PARAMETERS, parameter);
    }

    /** Returns this file with one more build parameter, as a variable of another name. */
    public EnvFile parameter(String variable, String parameter) {
        return parameter(variable + "=" + parameter);
    }

    /** Returns this file in the order of a committed template, with its comments and, where nothing else is given, its values. */
    public EnvFile template(String path) {
        return with(EnvFileParameters.TEMPLATE, path);
    }

    /** Returns this file with all Systems Manager parameters below a path. */
    public EnvFile systemsManager(String path) {
        return withLine(EnvFileParameters.SSM, path);
    }

    /** Returns this file with one Systems Manager parameter. */
    public EnvFile systemsManager(String variable, String name) {
        return systemsManager(variable + "=" + name);
    }

    /** Returns this file with every key of the JSON object in a Secrets Manager secret. */
    public EnvFile secretsManager(String secret) {
        return withLine(EnvFileParameters.SECRETS, secret);
    }

    /** Returns this file with the whole text of a Secrets Manager secret, or of one key: {@code secret:key}. */
    public EnvFile secretsManager(String variable, String secret) {
        return secretsManager(variable + "=" + secret);
    }

    /** Returns this file with one more value, which counts before all others; never a secret: who reads the settings reads it. */
    public EnvFile value(String variable, String value) {
        return new EnvFile(values, parameters.withAssignment(EnvFileParameters.VALUES, variable, value));
    }

    /** Returns this file failing the build before its first step when one of these variables has no value. */
    public EnvFile require(String first, String... more) {
        return with(EnvFileParameters.REQUIRED, more.length == 0 ? first : first + " " + String.join(" ", more));
    }

    /** Returns this file written no earlier than before a step of this name. */
    public EnvFile beforeStep(String name) {
        return with(EnvFileParameters.BEFORE_STEP, name);
    }

    /** Returns this file with something else than a failure when it lies in the build context of an image step. */
    public EnvFile inBuildContext(Context what) {
        return inBuildContext(what.name());
    }

    /** Returns this file with {@link #inBuildContext(Context)} decided by a parameter of the build. */
    public EnvFile inBuildContext(String reference) {
        return with(EnvFileParameters.CONTEXT, reference);
    }

    /** Returns this file with something else than a failure when git tracks it. */
    public EnvFile whenTracked(Tracked what) {
        return whenTracked(what.name());
    }

    /** Returns this file with {@link #whenTracked(Tracked)} decided by a parameter of the build. */
    public EnvFile whenTracked(String reference) {
        return with(EnvFileParameters.TRACKED, reference);
    }

    /** Returns this file with its values from a Region, where the build's own is another. */
    public EnvFile region(String region) {
        return with(AwsParameters.REGION, region);
    }

    /** Returns this file with one of several profiles of the build's credentials file. */
    public EnvFile profile(String profile) {
        return with(AwsParameters.PROFILE, profile);
    }

    /**
     * Returns this file with access keys of its own, where the build's credentials cannot be used.
     *
     * @throws IllegalArgumentException when the secret is neither a {@code credentialsJSON:} token nor a reference
     */
    public EnvFile accessKeys(String accessKeyId, String secretAccessKey) {
        return temporaryAccessKeys(accessKeyId, secretAccessKey, "");
    }

    /**
     * Returns this file with temporary access keys.
     *
     * @throws IllegalArgumentException when a secret is neither a {@code credentialsJSON:} token nor a reference
     */
    public EnvFile temporaryAccessKeys(String accessKeyId, String secretAccessKey, String sessionToken) {
        return with(AwsParameters.ACCESS_KEY_ID, accessKeyId)
                .with(AwsParameters.SECRET_ACCESS_KEY, secretAccessKey)
                .with(AwsParameters.SESSION_TOKEN, sessionToken);
    }

    /** Returns this file reading as a role, for another account or for fewer permissions. */
    public EnvFile role(String arn) {
        return role(arn, "");
    }

    /** Returns this file reading as a role whose owner asks for an external id. */
    public EnvFile role(String arn, String externalId) {
        return with(AwsParameters.ROLE_ARN, arn).with(AwsParameters.EXTERNAL_ID, externalId);
    }

    /** Returns this file with one more tag on the session of its role, which policies and CloudTrail see. */
    public EnvFile sessionTag(String key, String value) {
        return new EnvFile(values, parameters.withAssignment(AwsParameters.SESSION_TAGS, key, value));
    }

    /** Returns this file with another address than AWS's own: a private endpoint or a stand-in. */
    public EnvFile endpoint(String address) {
        return with(AwsParameters.ENDPOINT, address);
    }

    @Override
    public EnvFile id(String id) {
        return new EnvFile(values.id(id), parameters);
    }

    @Override
    public EnvFile disabled() {
        return new EnvFile(values.disabled(), parameters);
    }

    @Override
    public String id() {
        return values.id();
    }

    @Override
    public String type() {
        return values.type();
    }

    @Override
    public boolean enabled() {
        return values.enabled();
    }

    @Override
    public Map<String, String> parameters() {
        return parameters.inOrderOf(EnvFileParameters.ALL);
    }

    private EnvFile with(Parameter parameter, String value) {
        return new EnvFile(values, parameters.with(parameter, value));
    }

    private EnvFile withLine(Parameter parameter, String line) {
        return new EnvFile(values, parameters.withLine(parameter, line));
    }
}
