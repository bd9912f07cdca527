package org.ecsdelivery.docker.buildkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * The command line of one build, and what its environment has beside the way to the engine. Everybody on the agent's machine
 * can read a command line: values of build arguments stand in the environment, secrets are named by file only.
 *
 * @param line executable and arguments
 * @param environment the variables
 */
record BuildCommand(List<String> line, Map<String, String> environment) {
    /**
     * What the docker command, its plugin and what they run on read themselves, so that a build argument of that name cannot stand there
     * (Docker CLI, "Environment variables"; buildx, "Environment variables"; Go, "runtime"). No longer than it must be: LDAP_PASSWORD,
     * GOOGLE_API_KEY and DOCKER_PASSWORD are nobody's but the Dockerfile's.
     */
    private static final Pattern OF_THE_COMMAND = Pattern.compile("(?i)(?:BUILDKIT|BUILDX|LD|DYLD|OTEL|XDG)_.*"
            + "|DOCKER_(?:API_VERSION|BUILDKIT|CERT_PATH|CLI_.*|CONFIG|CONTENT_TRUST|CONTENT_TRUST_SERVER|CONTEXT|CUSTOM_HEADERS"
            + "|DEFAULT_PLATFORM|HIDE_LEGACY_COMMANDS|HOST|TLS|TLS_VERIFY)"
            + "|GO(?:COVERDIR|DEBUG|GC|MAXPROCS|MEMLIMIT|RACE|TRACEBACK)|SSL_CERT_(?:DIR|FILE)"
            + "|PATH|HOME|SSH_AUTH_SOCK|TMPDIR|TEMP|TMP|SYSTEMROOT");

    static BuildCommand of(DockerCli cli, ImageBuild build, BuildFiles files) {
        List<String> line = new ArrayList<>(cli.build());
        line.addAll(List.of("--progress", "plain", "--file", files.dockerfile().toString()));
        line.addAll(List.of("--iidfile", files.imageIdFile().toString()));
        if (cli.way() == DockerCli.Way.BUILDX) {
            line.addAll(List.of("--metadata-file", files.metadata().toString()));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        build.arguments().forEach((name, value) -> {
            boolean taken = OF_THE_COMMAND.matcher(name).matches();
            line.addAll(List.of("--build-arg", taken ? name + "=" + value : name));
            if (!taken) {
                environment.put(name, value);
            }
        });
        build.labels().forEach((name, value) -> line.addAll(List.of("--label", name + "=" + value)));
        build.secrets().forEach((id, file) -> line.addAll(List.of("--secret", secret(id, file))));
        build.target().ifPresent(stage -> line.addAll(List.of("--target", stage)));
        if (build.pull()) {
            line.add("--pull");
        }
        if (build.noCache()) {
            line.add("--no-cache");
        }
        addOptions(build.options(), line);
        line.addAll(CacheFlags.of(build.options().cache(), cli.way()));
        line.add(build.context().toString());
        return new BuildCommand(List.copyOf(line), environment);
    }

    /** Provenance of the mode min does not have the values of build arguments. */
    private static void addOptions(BuildOptions options, List<String> line) {
        if (!options.platforms().isEmpty()) {
            line.addAll(List.of("--platform", String.join(",", options.platforms())));
        }
        if (options.network() != BuildNetwork.DEFAULT) {
            line.addAll(List.of("--network", options.network().name().toLowerCase(Locale.ROOT)));
        }
        options.ssh().forEach((id, path) -> line.addAll(List.of("--ssh", path.isEmpty() ? id : id + "=" + path)));
        if (options.attestations().provenance()) {
            line.add("--provenance=mode=min");
        }
        if (options.attestations().sbom()) {
            line.add("--sbom=true");
        }
    }

    /** The command reads the fields as one line of CSV. */
    private static String secret(String id, Path file) {
        return "id=" + id + ",\"src=" + file.toString().replace("\"", "\"\"") + "\"";
    }
}
