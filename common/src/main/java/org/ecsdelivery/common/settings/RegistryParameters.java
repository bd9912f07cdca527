package org.ecsdelivery.common.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.EnteredImage;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;

/** The parameters of the image step about registries, and their one parser. */
public final class RegistryParameters {
    /** Where to push. */
    public static final Parameter REPOSITORY = Parameter.text(
                    "image.repository",
                    "Repository",
                    "Enter the ECR repository, with its registry host"
                            + " (123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop) or without (team/shop) for"
                            + " the registry of the account that the build's credentials belong to. Several are separated by commas:"
                            + " the image is built once and pushed to each, in whatever account and Region.")
            .whichIsRequired();
    /** What some registries need. */
    public static final Parameter REGISTRIES = Parameter.lines(
                    "image.registries",
                    "Registries",
                    "Enter one line for each ECR registry that the step's own AWS access does not open: its host or account, then any of"
                            + " role=ARN, externalId=ID, region=REGION (for a host that does not tell) and endpoint=ADDRESS (of ECR's API).")
            .amongAdvanced();
    /** The host of the other registry. */
    public static final Parameter HOST = Parameter.text(
                    "image.registryHost",
                    "Other registry",
                    "Enter the host of a registry that is not ECR's, which user and password belong to, for pushes and for base"
                            + " images: ghcr.io, or docker.io for Docker Hub. Leave it empty when Repository names just one such host.")
            .amongAdvanced();
    /** Its user. */
    public static final Parameter USER = Parameter.text(
                    "image.registryUser", "Registry user", "Enter the name of the user of the other registry.")
            .amongAdvanced();
    /** The user's password. */
    public static final Parameter PASSWORD = Parameter.secret(
                    "secure:image.registryPassword",
                    "Registry password",
                    "Enter the password or access token of that user. It is sent to the other registry only.")
            .amongAdvanced();

    /** Those beside the repository, in the order of the settings page. */
    static final List<Parameter> MORE = List.of(REGISTRIES, HOST, USER, PASSWORD);

    private static final Set<String> WORDS = Set.of("role", "externalId", "region", "endpoint");

    private RegistryParameters() {}

    /** Reads them; problems stay with the reader. */
    static Optional<PushTargets> read(ParameterReader reader) {
        Optional<List<ImageReference>> repositories =
                reader.optional(REPOSITORY, text -> TextForms.list(text, RegistryParameters::repository));
        List<RegistryRule> rules =
                reader.optional(REGISTRIES, RegistryParameters::rules).orElse(List.of());
        Optional<RegistryLogin> login = login(reader, repositories.orElse(List.of()));
        return repositories.map(all -> new PushTargets(all, rules, login));
    }

    /** Returns the access in the Region of the first repository, unless the step names one; of a single repository it must be the same. */
    static AwsAccess inRegion(ParameterReader reader, AwsAccess access, Optional<PushTargets> targets) {
        Optional<AwsRegion> ofHost =
                targets.map(PushTargets::first).flatMap(ImageReference::host).flatMap(RegistryHost::region);
        if (targets.filter(all -> all.repositories().size() == 1).isPresent()) {
            AwsParameters.requireOneRegion(reader, access, ofHost);
        }
        return access.region().isPresent()
                ? access
                : ofHost.map(access::inRegion).orElse(access);
    }

    /** ECR scans what is in its private registries, so one of the repositories has to be in one of those. */
    static void requireScannable(ParameterReader reader, PushTargets targets, ScanSettings scan) {
        boolean none = targets.repositories().stream()
                .noneMatch(each -> each.host().map(targets::mayBeScanned).orElse(true));
        if (scan.mode() != ImageScan.OFF && none) {
            reader.reject(
                    ScanParameters.SCAN,
                    "ECR scans images in its private repositories, and " + REPOSITORY.label() + " names none",
                    "Enter one there too, or choose OFF.");
        }
    }

    private static ImageReference repository(String text) {
        ImageReference reference = EnteredImage.parse(text);
        if (reference.tag().isPresent() || reference.digest().isPresent()) {
            throw new IllegalArgumentException("'" + text + "' carries a tag or digest, which belongs into "
                    + ImageParameters.TAGS.label() + " (" + ImageParameters.TAGS.name() + ")");
        }
        if (reference.host().filter(RegistryHost::isEcrPublic).isPresent()
                && !reference.repository().value().contains("/")) {
            throw new IllegalArgumentException(
                    "'" + text + "' lacks the alias of a registry, as in public.ecr.aws/ALIAS/REPOSITORY");
        }
        return reference;
    }

    private static List<RegistryRule> rules(String text) {
        Map<String, RegistryRule> rules = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            RegistryRule rule = rule(line.split("\\s+"));
            if (rules.put(rule.registry(), rule) != null) {
                throw new IllegalArgumentException("'" + rule.registry() + "' is given twice");
            }
        });
        return List.copyOf(rules.values());
    }

    private static RegistryRule rule(String[] parts) {
        String registry = parts[0];
        if (!registry.matches("\\d{12}")) {
            EnteredImage.host(registry);
        }
        Map<String, String> said = new LinkedHashMap<>();
        Stream.of(parts).skip(1).forEach(part -> {
            String word = part.substring(0, Math.max(0, part.indexOf('=')));
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException(
                        "'" + part + "' after " + registry + " is none of role=, externalId=, region= and endpoint=");
            }
            said.put(word, part.substring(word.length() + 1));
        });
        return new RegistryRule(registry, role(registry, said), region(registry, said), endpoint(said));
    }

    private static Optional<AwsAccess.Role> role(String registry, Map<String, String> said) {
        Optional<String> externalId = Optional.ofNullable(said.get("externalId"));
        if (externalId.isPresent() && !said.containsKey("role")) {
            throw new IllegalArgumentException(registry + " has an externalId, but no role");
        }
        return Optional.ofNullable(said.get("role"))
                .map(arn -> new AwsAccess.Role(AwsParameters.roleArn(arn), externalId));
    }

    /** A Region that the host tells already could only contradict it. */
    private static Optional<AwsRegion> region(String registry, Map<String, String> said) {
        Optional<AwsRegion> region = Optional.ofNullable(said.get("region")).map(AwsRegion::new);
        if (region.isPresent()
                && (registry.matches("\\d{12}")
                        || new RegistryHost(registry).isEcrPublic()
                        || new RegistryHost(registry).ecr().isPresent())) {
            throw new IllegalArgumentException(
                    registry + " has a region=, but the hosts of ECR tell theirs: leave it out");
        }
        return region;
    }

    private static Optional<URI> endpoint(Map<String, String> said) {
        return Optional.ofNullable(said.get("endpoint")).map(TextForms::address);
    }

    private static Optional<RegistryLogin> login(ParameterReader reader, List<ImageReference> repositories) {
        Optional<RegistryHost> host = reader.optional(HOST, RegistryParameters::otherHost);
        Optional<String> user = reader.optional(USER, text -> text);
        Optional<Secret> password = reader.optional(PASSWORD, Secret::of);
        if (reader.has(USER) != reader.has(PASSWORD)) {
            Parameter missing = reader.has(USER) ? PASSWORD : USER;
            reader.reject(missing, "only one of user and password is given", missing.help());
            return Optional.empty();
        }
        if (!reader.has(USER)) {
            if (reader.has(HOST)) {
                reader.reject(HOST, "it is given without user and password", USER.help());
            }
            return Optional.empty();
        }
        return host.or(() ->
                        reader.has(HOST) || repositories.isEmpty() ? Optional.empty() : onlyOther(reader, repositories))
                .flatMap(at -> user.flatMap(name -> password.map(secret -> new RegistryLogin(at, name, secret))));
    }

    private static RegistryHost otherHost(String text) {
        RegistryHost host = EnteredImage.host(text);
        if (host.ecr().isPresent() || host.isEcrPublic()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is a registry of ECR, which the step gets tokens for by itself");
        }
        return host;
    }

    /** A password must not go to a host that it is not meant for: where several come into question, none is taken. */
    private static Optional<RegistryHost> onlyOther(ParameterReader reader, List<ImageReference> repositories) {
        List<RegistryHost> others = new ArrayList<>();
        repositories.stream()
                .flatMap(each -> each.host().stream())
                .filter(each -> each.ecr().isEmpty() && !each.isEcrPublic() && !others.contains(each))
                .forEach(others::add);
        if (others.size() != 1) {
            reader.reject(
                    HOST,
                    others.isEmpty()
                            ? "user and password are given, but not for which registry"
                            : "user and password are given, and " + REPOSITORY.label() + " names " + others,
                    HOST.help());
            return Optional.empty();
        }
        return Optional.of(others.get(0));
    }
}
