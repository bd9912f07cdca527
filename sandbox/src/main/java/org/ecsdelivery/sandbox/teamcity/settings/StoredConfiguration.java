package org.ecsdelivery.sandbox.teamcity.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;

/** A build configuration as settings in XML say it, with its templates taken in. */
public final class StoredConfiguration {
    private static final String APPROVAL = "approval-feature";
    private static final String CREDENTIALS = "PROVIDE_AWS_CREDS";

    private final Effective effective;
    private final StoredParameters parameters;

    private StoredConfiguration(Effective effective, StoredParameters parameters) {
        this.effective = effective;
        this.parameters = parameters;
    }

    static StoredConfiguration of(Entity entity, SettingsTree tree) {
        Effective effective = Effective.of(entity, tree);
        return new StoredConfiguration(effective, StoredParameters.of(effective, tree));
    }

    /** Returns the id. */
    public String id() {
        return effective.entity().id();
    }

    /** Returns the name that people see. */
    public String name() {
        return effective.entity().name();
    }

    /** Returns the path of its file below the settings directory. */
    public String path() {
        return effective.entity().path();
    }

    /** Returns the ids of its templates, as far as they are there, the least important first. */
    public List<String> templates() {
        return effective.templates().stream().map(Entity::id).toList();
    }

    /** Returns its steps in their order, without those that are switched off. */
    public List<BuildStep> steps() {
        return enabled("build-runners")
                .map(each -> new BuildStep(named(each), each.type(), each.parameters()))
                .toList();
    }

    private static String named(Entry step) {
        return step.element().attribute("name").filter(name -> !name.isBlank()).orElse(step.type());
    }

    /** Returns its build features, without those that are switched off. */
    public List<ConfiguredFeature> features() {
        return enabled("build-extensions")
                .map(each -> new ConfiguredFeature(each.type(), each.parameters()))
                .toList();
    }

    /** Returns what an agent must have for it. */
    public List<Requirement> requirements() {
        return enabled("requirements").map(StoredConfiguration::requirement).toList();
    }

    private static Requirement requirement(Entry entry) {
        String operator = entry.element().name().replace('-', '_').toUpperCase(Locale.ROOT);
        return new Requirement(
                entry.id(),
                entry.element().attribute("name").orElse(""),
                entry.element().attribute("value").orElse(null),
                RequirementType.valueOf(operator));
    }

    /** Returns its parameters: its own, those of its templates, of its project and of those above, and those of what is checked out. */
    public Map<String, String> parameters() {
        return parameters.values();
    }

    /** Returns the ids of the build configurations that it runs after. */
    public List<String> dependencies() {
        return dependencyEntries()
                .flatMap(each -> each.element().attribute("sourceBuildTypeId").stream())
                .distinct()
                .toList();
    }

    /** Returns the rules by which people let a build of it start; empty when nobody is asked. */
    public Optional<String> approval() {
        return features().stream()
                .filter(each -> each.type().equals(APPROVAL))
                .map(each -> each.parameters().getOrDefault("rules", ""))
                .findFirst();
    }

    /** Returns the ids of the AWS connections whose credentials its builds get. */
    public List<String> awsConnections() {
        return features().stream()
                .filter(each -> each.type().equals(CREDENTIALS))
                .map(each -> each.parameters().getOrDefault("awsConnectionId", ""))
                .toList();
    }

    /** Tells whether it runs on no agent. */
    public boolean isComposite() {
        return option("buildConfigurationType", "REGULAR").equals("COMPOSITE");
    }

    /** Tells whether people may run it with changes that nobody has committed. */
    public boolean allowsPersonalBuilds() {
        return Boolean.parseBoolean(option("allowPersonalBuildTriggering", "true"));
    }

    /** Tells whether sources are checked out for it. */
    public boolean checksOut() {
        return parameters.checksOut();
    }

    /** Returns how builds are numbered. */
    public String numberPattern() {
        return option("buildNumberPattern", "%build.counter%");
    }

    private String option(String name, String otherwise) {
        return effective.options().getOrDefault(name, otherwise);
    }

    /** Returns what a build of it does. */
    public BuildConfiguration build(Path checkoutDirectory) {
        return BuildConfiguration.of(name(), parameters(), steps(), checkoutDirectory)
                .withId(id())
                .withPasswordParameters(parameters.passwords())
                .withArtifactPaths(option("artifactRules", "")
                        .lines()
                        .filter(each -> !each.isBlank())
                        .toList())
                .withFeatures(features())
                .withRequirements(requirements());
    }

    Effective effective() {
        return effective;
    }

    Stream<Entry> enabled(String list) {
        return effective.entries(list).values().stream()
                .filter(each -> !effective.disabled().contains(each.id()));
    }

    Stream<Entry> dependencyEntries() {
        return effective.snapshotDependencies().stream();
    }
}
