package org.ecsdelivery.aws.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Finds credentials in the order of the SDKs, but in the step and the build's environment instead of the agent's process:
 * keys of the step, key variables, profile files, web identity, and last the agent's own machine.
 */
final class CredentialSearch {
    private static final String WEB_IDENTITY_PLACE = "AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN of the build";

    private final BuildEnvironment environment;
    private final Profiles profiles;
    private final SessionRoles roles;
    private final Machine machine;

    CredentialSearch(BuildEnvironment environment, Profiles profiles, SessionRoles roles, Machine machine) {
        this.environment = environment;
        this.profiles = profiles;
        this.roles = roles;
        this.machine = machine;
    }

    /**
     * Finds credentials.
     *
     * @throws EngineException when there are none, listing every place
     */
    FoundCredentials find(AwsAccess access) {
        if (access.connection().isPresent()) {
            return ofConnection(access.connection().get());
        }
        List<Supplier<Optional<FoundCredentials>>> places = List.of(
                () -> access.keys().map(keys -> of(keys, "keys of the step")),
                // a profile that the step names is meant for it; variables may be meant for another step
                () -> access.profile().isPresent() ? profile() : Optional.empty(),
                () -> FoundCredentials.variables(environment),
                this::profile,
                this::webIdentity,
                this::machine);
        return places.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(this::nothingFound);
    }

    /** A step that names a connection gets its credentials or none: others may be meant for another account. */
    private static FoundCredentials ofConnection(ConnectionAccess connection) {
        return connection
                .keys()
                .map(keys -> of(keys, "AWS connection '" + connection.id() + "'"))
                .orElseThrow(() -> new EngineException(
                        FailureKind.CREDENTIALS,
                        "There are no credentials of AWS connection '" + connection.id() + "'",
                        connection.refusal().orElse("TeamCity's server handed over none"),
                        "Check AWS connection (aws.connection) and the server half of the plugin, or leave the field empty and add the"
                                + " build feature \"AWS Credentials\"."));
    }

    private static FoundCredentials of(AwsAccess.Keys keys, String origin) {
        return FoundCredentials.keys(
                keys.accessKeyId(),
                keys.secretAccessKey().reveal(),
                keys.sessionToken().map(Secret::reveal),
                origin);
    }

    private Optional<FoundCredentials> profile() {
        return new ProfileSearch(profiles, roles, environment, machine).find();
    }

    private Optional<FoundCredentials> webIdentity() {
        return environment
                .get("AWS_WEB_IDENTITY_TOKEN_FILE")
                .flatMap(file -> environment
                        .get("AWS_ROLE_ARN")
                        .map(role -> new FoundCredentials(
                                roles.byWebIdentity(role, Path.of(file), environment.get("AWS_ROLE_SESSION_NAME")),
                                "web identity token " + file + " for " + role,
                                false)));
    }

    private Optional<FoundCredentials> machine() {
        return machine.credentials();
    }

    private EngineException nothingFound() {
        List<String> looked = new ArrayList<>(Stream.of(
                        "Access key ID (aws.accessKeyId)",
                        "AWS_ACCESS_KEY_ID of the build",
                        "profile '" + profiles.name() + "' in " + profiles.places(),
                        WEB_IDENTITY_PLACE)
                .toList());
        looked.add(machine.place());
        return new EngineException(
                FailureKind.CREDENTIALS,
                "No AWS credentials were found",
                "looked at " + String.join("; ", looked),
                "Add the build feature \"AWS Credentials\" to the build configuration, or enter Access key ID"
                        + " (aws.accessKeyId) and Secret access key.");
    }
}
