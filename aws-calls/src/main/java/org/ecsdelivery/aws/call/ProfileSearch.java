package org.ecsdelivery.aws.call;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;

/**
 * Makes credentials out of profiles. Roles that a profile names are assumed by the step's own way to STS: the SDK would take
 * Region, address and proxy of that call, and {@code credential_source}, from the agent's process.
 */
final class ProfileSearch {
    private final Profiles profiles;
    private final SessionRoles roles;
    private final BuildEnvironment environment;
    private final Machine machine;

    ProfileSearch(Profiles profiles, SessionRoles roles, BuildEnvironment environment, Machine machine) {
        this.profiles = profiles;
        this.roles = roles;
        this.environment = environment;
        this.machine = machine;
    }

    /**
     * Finds the credentials of the chosen profile, or nothing when it is the default and holds none.
     *
     * @throws EngineException when the step or the build names a profile that is missing or holds none
     */
    Optional<FoundCredentials> find() {
        profiles.requireNamedProfile();
        if (profiles.profile().isPresent() && profiles.holdsCredentials()) {
            return profiles.profile().map(profile -> of(profile, Set.of()));
        }
        if (profiles.isNamed()) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The AWS profile '" + profiles.name() + "' in " + profiles.places() + " holds no credentials",
                    "",
                    "Add credentials to the profile, or name another one in Profile (aws.profile).");
        }
        return Optional.empty();
    }

    private FoundCredentials of(Profile profile, Set<String> borrowers) {
        Optional<String> role = profile.property("role_arn");
        if (role.isPresent() && !borrowers.contains(profile.name())) {
            return assumed(role.get(), profile, borrowers);
        }
        boolean keys = Stream.of("aws_access_key_id", "aws_secret_access_key")
                .anyMatch(key -> profile.property(key).isPresent());
        return new FoundCredentials(
                ProfileCredentialsProvider.builder()
                        .profileFile(role.isPresent() ? profiles.keysOnly(profile) : profiles.file())
                        .profileName(profile.name())
                        .build(),
                origin(profile),
                keys);
    }

    private FoundCredentials assumed(String role, Profile profile, Set<String> borrowers) {
        Optional<String> session = profile.property("role_session_name");
        Optional<String> tokenFile = profile.property("web_identity_token_file");
        if (tokenFile.isPresent()) {
            return new FoundCredentials(
                    roles.byWebIdentity(role, Path.of(tokenFile.get()), session),
                    "web identity token " + tokenFile.get() + " for " + role,
                    false);
        }
        return roles.assumed(
                new AwsAccess.Role(role, profile.property("external_id")), session, base(profile, borrowers));
    }

    private FoundCredentials base(Profile profile, Set<String> borrowers) {
        Set<String> chain =
                Stream.concat(borrowers.stream(), Stream.of(profile.name())).collect(Collectors.toSet());
        return profile.property("source_profile")
                .map(source -> profiles.profile(source).map(found -> of(found, chain)))
                .or(() -> profile.property("credential_source").map(this::source))
                .flatMap(found -> found)
                .orElseThrow(() -> noBase(profile));
    }

    private Optional<FoundCredentials> source(String word) {
        return word.equals("Environment") ? FoundCredentials.variables(environment) : machine.credentials();
    }

    private EngineException noBase(Profile profile) {
        String named = profile.property("source_profile")
                .map(source -> "source_profile '" + source + "', which is not there")
                .or(() -> profile.property("credential_source")
                        .map(source -> "credential_source '" + source + "', which gives none"))
                .orElse("neither source_profile nor credential_source");
        return new EngineException(
                FailureKind.CREDENTIALS,
                "There are no credentials to assume the role of the AWS " + origin(profile) + " with: it names "
                        + named,
                "",
                "Mend source_profile or credential_source of the profile, or enter Role to assume (aws.roleArn) instead.");
    }

    private String origin(Profile profile) {
        return "profile '" + profile.name() + "' of " + profiles.places();
    }
}
