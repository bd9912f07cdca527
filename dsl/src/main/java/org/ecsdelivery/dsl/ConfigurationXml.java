package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.Configuration.Checkout;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Element;

/** Writes the settings of one build configuration or template. */
final class ConfigurationXml {
    private final Configuration<?> configuration;
    private final Inherited inherited;
    private final SchemaProfile profile;
    private final SettingXml entries;
    private final ChildIds ids;

    ConfigurationXml(Configuration<?> configuration, Inherited inherited, SchemaProfile profile) {
        this.configuration = configuration;
        this.inherited = inherited;
        this.profile = profile;
        this.entries = new SettingXml(profile);
        this.ids = new ChildIds(
                Stream.concat(inherited.ids().stream(), explicitIds()).toList());
    }

    private Stream<String> explicitIds() {
        return Stream.of(
                        values(configuration.steps()).map(Setting::id),
                        values(configuration.triggers()).map(Setting::id),
                        values(configuration.features()).map(Setting::id),
                        values(configuration.requirements()).map(Condition::id),
                        values(configuration.artifactDependencies()).map(ArtifactDependency::id))
                .flatMap(each -> each)
                .filter(id -> !id.isEmpty());
    }

    private static <T> Stream<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value);
    }

    Element settings() {
        List<Element> runners = all("runner", configuration.steps());
        List<Element> requirements = requirements();
        List<Element> triggers = all("build-trigger", configuration.triggers());
        List<Element> features = all("extension", configuration.features());
        Sections sections = new Sections(profile)
                .ifAny(inherited.severalTemplates())
                .ifAny(options())
                .ifAny(disabled(runners, triggers, features))
                .list(SettingXml.parametersOf(configuration))
                .list(inherited.ordered(Element.of("build-runners").containing(runners)))
                .list(Element.of("vcs-settings").containing(checkouts()))
                .list(Element.of("requirements").containing(requirements))
                .list(Element.of("build-triggers").containing(triggers))
                .ifAny(Element.of("build-extensions").containing(features))
                .ifAny(Element.of("artifact-dependencies").containing(artifactDependencies()))
                .ifAny(Element.of("dependencies").containing(snapshotDependencies()))
                .list(Element.of("cleanup").containing(configuration.cleanup().elements()));
        return inherited
                .oneTemplate(Element.of("settings"))
                .containing(RawElements.CONFIGURATION.placed(sections.elements(), configuration.rawElements()));
    }

    private <T extends Setting> List<Element> all(String name, List<Placed<T>> settings) {
        List<Element> all = new ArrayList<>();
        for (Placed<T> each : settings) {
            String id = ids.of(each.value());
            all.add(
                    each.value() instanceof Step step
                            ? entries.runner(id, new Placed<>(step, each.origin()))
                            : entries.setting(name, id, each));
        }
        return all;
    }

    private Element options() {
        List<Element> options = new ArrayList<>();
        for (Map.Entry<String, Placed<String>> each : configuration.options().entrySet()) {
            String value = each.getValue().value();
            if (!OptionDefaults.isDefault(each.getKey(), value) || inherited.setsOption(each.getKey())) {
                options.add(Options.option(each.getKey(), value)
                        .from(each.getValue().origin()));
            }
        }
        return Element.of("options").containing(options);
    }

    @SafeVarargs
    private Element disabled(List<Element>... entriesOfLists) {
        List<Element> refs = new ArrayList<>();
        List<List<? extends Placed<? extends Setting>>> settings =
                List.of(configuration.steps(), configuration.triggers(), configuration.features());
        for (int list = 0; list < settings.size(); list++) {
            for (int i = 0; i < settings.get(list).size(); i++) {
                if (!settings.get(list).get(i).value().enabled()) {
                    Element entry = entriesOfLists[list].get(i);
                    refs.add(ref(entry.attribute("id").orElse("")).from(entry.origin()));
                }
            }
        }
        configuration.disabled().forEach(each -> refs.add(ref(each.value()).from(each.origin())));
        return Element.of("disabled-settings").containing(refs);
    }

    private static Element ref(String id) {
        return Element.of("setting-ref").with("ref", id);
    }

    private List<Element> checkouts() {
        return configuration.checkouts().stream().map(this::checkout).toList();
    }

    private Element checkout(Placed<Checkout> placed) {
        Checkout checkout = placed.value();
        return Element.of("vcs-entry-ref")
                .with("root-id", checkout.root().id())
                .containing(checkout.rules().stream()
                        .map(rule -> Element.of("checkout-rule").with("rule", rule))
                        .toList())
                .from(placed.origin());
    }

    private List<Element> requirements() {
        return configuration.requirements().stream()
                .map(each -> SettingXml.condition(ids.of(each.value().id(), "RQ_"), each.value())
                        .from(each.origin()))
                .toList();
    }

    private List<Element> artifactDependencies() {
        return configuration.artifactDependencies().stream()
                .map(each -> each.value()
                        .element(ids.of(each.value().id(), "ARTIFACT_DEPENDENCY_"))
                        .from(each.origin()))
                .toList();
    }

    private List<Element> snapshotDependencies() {
        return configuration.snapshotDependencies().stream()
                .map(each -> each.value().element().from(each.origin()))
                .toList();
    }
}
