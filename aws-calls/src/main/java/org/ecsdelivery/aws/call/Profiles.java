package org.ecsdelivery.aws.call;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The credentials and configuration files that the build's environment leads to, and the profile chosen in them. */
final class Profiles {
    private record Source(Path path, ProfileFile.Type type) {}

    private final List<Source> sources;
    private final ProfileFile file;
    private final String name;
    private final Optional<String> namedBy;

    private Profiles(List<Source> sources, ProfileFile file, String name, Optional<String> namedBy) {
        this.sources = sources;
        this.file = file;
        this.name = name;
        this.namedBy = namedBy;
    }

    /**
     * Reads the files.
     *
     * @param chosen the profile that the step names
     * @throws EngineException when a file is no profile file, or the profile that the step names is in none
     */
    static Profiles of(BuildEnvironment environment, Optional<String> chosen) {
        List<Source> sources = Stream.of(
                        source(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS),
                        source(environment, "AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION))
                .flatMap(Optional::stream)
                .toList();
        Optional<String> namedBy = chosen.map(
                        name -> AwsParameters.PROFILE.label() + " (" + AwsParameters.PROFILE.name() + ")")
                .or(() -> environment.get("AWS_PROFILE").map(name -> "AWS_PROFILE of the build"));
        String name = chosen.or(() -> environment.get("AWS_PROFILE")).orElse("default");
        Profiles profiles = new Profiles(sources, read(sources), name, namedBy);
        if (chosen.isPresent()) {
            // AWS_PROFILE may be left from another use of the machine, and is held to account only when it is needed
            profiles.requireNamedProfile();
        }
        return profiles;
    }

    private static Optional<Source> source(
            BuildEnvironment environment, String variable, String defaultName, ProfileFile.Type type) {
        return environment
                .get(variable)
                .or(() -> environment.home().map(home -> home + "/.aws/" + defaultName))
                .map(text -> new Source(path(variable, text), type));
    }

    private static Path path(String variable, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    variable + " of the build is no path: '" + text + "'",
                    String.valueOf(e.getReason()),
                    "Set env." + variable + " to the path of a file.",
                    e);
        }
    }

    private static ProfileFile read(List<Source> sources) {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        sources.stream().filter(each -> Files.isRegularFile(each.path())).forEach(each -> all.addFile(read(each)));
        return all.build();
    }

    private static ProfileFile read(Source source) {
        try {
            return ProfileFile.builder()
                    .content(source.path())
                    .type(source.type())
                    .build();
        } catch (RuntimeException e) {
            // the SDK's text names line and property, never a value
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The AWS profiles in " + source.path() + " cannot be read",
                    String.valueOf(e.getMessage()),
                    "Mend the file, or let the build feature \"AWS Credentials\" write it.",
                    e);
        }
    }

    /**
     * Checks that the profile is there which the step or the build names.
     *
     * @throws EngineException when it is in none of the files
     */
    void requireNamedProfile() {
        if (namedBy.isPresent() && profile().isEmpty()) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "There is no AWS profile '" + name + "' in " + places() + ", but " + namedBy.get() + " names it",
                    "",
                    known() + " Name one of them, or leave Profile (aws.profile) empty.");
        }
    }

    private String known() {
        String names = file.profiles().keySet().stream().sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "No profile is there." : "The profiles there: " + names + ".";
    }

    /** Returns the files that were looked at, for messages. */
    String places() {
        return sources.isEmpty()
                ? "no file (neither AWS_SHARED_CREDENTIALS_FILE nor HOME is set)"
                : sources.stream()
                        .map(each -> each.path() + (Files.isRegularFile(each.path()) ? "" : " (missing)"))
                        .collect(Collectors.joining(" and "));
    }

    /** Tells whether the step or the build named the profile, so that it must serve. */
    boolean isNamed() {
        return namedBy.isPresent();
    }

    String name() {
        return name;
    }

    ProfileFile file() {
        return file;
    }

    Optional<Profile> profile() {
        return file.profile(name);
    }

    Optional<Profile> profile(String other) {
        return file.profile(other);
    }

    /** Returns a file with the keys of a profile as if it named no role: a profile may be its own source. */
    ProfileFile keysOnly(Profile profile) {
        String lines = Stream.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
                .flatMap(key -> profile.property(key).map(value -> key + "=" + value).stream())
                .collect(Collectors.joining("\n"));
        return ProfileFile.builder()
                .content("[" + profile.name() + "]\n" + lines)
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
    }

    Optional<String> region() {
        return profile().flatMap(profile -> profile.property("region"));
    }

    /** Tells whether the profile says where credentials come from; one of a configuration file may hold a Region only. */
    boolean holdsCredentials() {
        return profile()
                .filter(profile -> Stream.of(
                                "aws_access_key_id",
                                "aws_secret_access_key",
                                "role_arn",
                                "credential_process",
                                "sso_session",
                                "sso_start_url",
                                "web_identity_token_file")
                        .anyMatch(key -> profile.property(key).isPresent()))
                .isPresent();
    }
}
