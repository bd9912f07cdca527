package org.ecsdelivery.engine.envfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileSettings.SecretSource;
import org.ecsdelivery.common.settings.EnvFileSettings.Sources;
import org.ecsdelivery.common.settings.EnvFileSettings.SsmSource;
import org.ecsdelivery.engine.envfile.ParameterStore.Stored;
import org.ecsdelivery.engine.failure.FailureKind;

/** Gathers the variables of an env file that lie in AWS. Values are taken to the last blank and line end. */
public final class EnvSources {
    private final ParameterStore parameters;
    private final SecretStore secrets;
    private final List<EnvProblem> problems = new ArrayList<>();
    private final Map<String, Optional<SecretStore.Stored>> asked = new LinkedHashMap<>();

    private EnvSources(ParameterStore parameters, SecretStore secrets) {
        this.parameters = parameters;
        this.secrets = secrets;
    }

    /**
     * Returns the variables of Systems Manager, then those of Secrets Manager, in the order of the settings.
     *
     * @throws EnvFileRefused when something is missing or cannot be taken; it names everything of that kind
     */
    public static List<EnvVariable> gather(Sources sources, ParameterStore parameters, SecretStore secrets) {
        EnvSources all = new EnvSources(parameters, secrets);
        List<EnvVariable> found = new ArrayList<>(all.ofParameters(sources.ssm()));
        sources.secrets().forEach(each -> found.addAll(all.ofSecret(each)));
        all.requireNoProblem();
        return List.copyOf(found);
    }

    private void requireNoProblem() {
        if (!problems.isEmpty()) {
            String count = problems.size() == 1 ? "1 source" : problems.size() + " sources";
            throw new EnvFileRefused(
                    FailureKind.ENV_FILE_INCOMPLETE,
                    count + " of the env file cannot be taken from AWS",
                    problems,
                    "Mend Systems Manager parameters (envFile.ssm) and Secrets Manager secrets (envFile.secrets), or what lies"
                            + " there; both are looked for in the Region and account of the env file's AWS settings.");
        }
    }

    private List<EnvVariable> ofParameters(List<SsmSource> sources) {
        List<String> names = sources.stream()
                .filter(each -> each.variable().isPresent())
                .map(SsmSource::name)
                .toList();
        List<Stored> named = names.isEmpty() ? List.of() : parameters.named(names);
        Map<String, String> byName = new LinkedHashMap<>();
        List<EnvVariable> all = new ArrayList<>();
        for (SsmSource source : sources) {
            if (source.variable().isPresent()) {
                named.stream()
                        .filter(each -> each.isCalled(source.name()))
                        .findFirst()
                        .ifPresentOrElse(
                                each -> all.add(variable(source.variable().get(), each)),
                                () -> miss(source.variable().get(), "there is no parameter " + source.name()));
            } else {
                all.addAll(below(source.name(), byName));
            }
        }
        return all;
    }

    private List<EnvVariable> below(String path, Map<String, String> byName) {
        List<Stored> found = parameters.below(path);
        if (found.isEmpty()) {
            miss(path, "there is no parameter below this path");
        }
        List<EnvVariable> all = new ArrayList<>();
        for (Stored each : found) {
            String name = nameOf(each.name());
            String before = byName.put(name, each.name());
            if (before != null && !before.equals(each.name())) {
                problems.add(new EnvProblem(
                        name,
                        "both " + before + " and " + each.name() + " give this name",
                        "name one of them: OTHER_NAME=" + each.name()));
            }
            all.add(variable(name, each));
        }
        return all;
    }

    /** Returns the name of a variable: the last part of the parameter's, in capitals, with _ for what no shell takes in a name. */
    static String nameOf(String parameter) {
        return parameter
                .substring(parameter.lastIndexOf('/') + 1)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9_]", "_");
    }

    private static EnvVariable variable(String name, Stored stored) {
        boolean secret = stored.secure() || SecretNames.looksSecret(name);
        return new EnvVariable(name, stored.value(), EnvOrigin.ssm(stored.name(), stored.arn()), secret);
    }

    private List<EnvVariable> ofSecret(SecretSource source) {
        String name = source.variable().orElse(source.id());
        Optional<SecretStore.Stored> stored = asked.computeIfAbsent(
                source.id() + "\n" + source.stage().orElse(""), key -> secrets.secret(source.id(), source.stage()));
        if (stored.isEmpty()) {
            miss(
                    name,
                    "there is no secret " + source.id()
                            + source.stage()
                                    .map(each -> " with a version " + each)
                                    .orElse(""));
            return List.of();
        }
        if (stored.get().text().isEmpty()) {
            miss(name, "the secret " + source.id() + " is bytes, which no variable can hold");
            return List.of();
        }
        SecretParts parts =
                new SecretParts(source, stored.get().arn(), stored.get().text().get());
        List<EnvVariable> found = parts.variables();
        problems.addAll(parts.problems());
        return found;
    }

    private void miss(String name, String reason) {
        problems.add(new EnvProblem(name, reason, ""));
    }
}
