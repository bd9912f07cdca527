package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.ServiceName;

/** What a deploy step with several services is asked besides, and the parser of the whole step. */
public final class ServiceSetParameters {
    /** The order. */
    public static final Parameter ORDER = Parameter.choice(
                    "deploy.order",
                    "Order of several services",
                    "ORDERED: one after the other, as they are named. PARALLEL: so many at the same time.",
                    List.of("ORDERED", "PARALLEL"))
            .amongAdvanced();
    /** How many at once. */
    public static final Parameter AT_ONCE = Parameter.number(
                    "deploy.atOnce",
                    "Services at once",
                    "Enter 1 to 100: how many services are deployed at the same time at most, where the order is PARALLEL.",
                    10)
            .amongAdvanced();
    /** What becomes of the others when one fails. */
    public static final Parameter ON_FAILURE = Parameter.choice(
                    "deploy.onFailure",
                    "When one of several services fails",
                    "STOP: services not begun are not begun, those deployed stay. ROLL_BACK_SET: those deployed also go back"
                            + " to the revision that each ran before.",
                    List.of("STOP", "ROLL_BACK_SET"))
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(ORDER, AT_ONCE, ON_FAILURE);

    /** What stands for the name of the service in image and container. */
    public static final String SERVICE_NAME = "{service}";

    private static final int MOST_AT_ONCE = 100;

    private final Map<String, String> given;
    private final References references;
    private final List<DeploySettings> services = new ArrayList<>();
    private final Set<InvalidParameter> problems = new LinkedHashSet<>();
    private final Set<String> deferred = new LinkedHashSet<>();

    private ServiceSetParameters(Map<String, String> given, References references) {
        this.given = given;
        this.references = references;
    }

    /** Reads the settings of the deploy step for every service that it names, or all the problems. */
    public static Parsed<ServiceSet> parse(Map<String, String> given, References references) {
        return new ServiceSetParameters(given, references).parsed();
    }

    /** Returns the names or ARNs of the services in the text of {@link DeployParameters#SERVICE}, as they are written. */
    public static List<String> services(String text) {
        return ServiceEntry.of(text).stream().map(ServiceEntry::service).toList();
    }

    private Parsed<ServiceSet> parsed() {
        List<ServiceEntry> entries = ServiceEntry.of(given.get(DeployParameters.SERVICE.name()));
        entries.forEach(this::read);
        if (entries.isEmpty()) {
            keep(DeployParameters.parse(given, references), Optional.empty());
        }
        ParameterReader reader = new ParameterReader(given, references);
        rejectDoubles(reader);
        Optional<DeployOrder> order = reader.optional(ORDER, text -> TextForms.constant(DeployOrder.class, text));
        Optional<Integer> atOnce = reader.optional(AT_ONCE, text -> TextForms.whole(text, 1, MOST_AT_ONCE));
        Optional<OnFailure> onFailure = reader.optional(ON_FAILURE, text -> TextForms.constant(OnFailure.class, text));
        Parsed<Boolean> own = reader.finish(() -> true);
        problems.addAll(own.invalidParameters());
        if (!problems.isEmpty()) {
            return new Parsed.Invalid<>(List.copyOf(problems));
        }
        if (own instanceof Parsed.Deferred<Boolean> later) {
            deferred.addAll(later.references());
        }
        if (!deferred.isEmpty()) {
            return new Parsed.Deferred<>(List.copyOf(deferred));
        }
        boolean together = services.size() > 1 && onFailure.equals(Optional.of(OnFailure.ROLL_BACK_SET));
        return new Parsed.Valid<>(new ServiceSet(
                together
                        ? services.stream()
                                .map(ServiceSetParameters::keepingAll)
                                .toList()
                        : services,
                order.orElse(DeployOrder.ORDERED),
                atOnce.orElse(Integer.parseInt(AT_ONCE.defaultValue())),
                onFailure.orElse(OnFailure.STOP)));
    }

    /** Services may share a family, and the one that goes back last needs the oldest revision of all. */
    private static DeploySettings keepingAll(DeploySettings settings) {
        return settings.toBuilder().keepRevisions(Optional.empty()).build();
    }

    private void read(ServiceEntry entry) {
        Map<String, String> own = new HashMap<>(given);
        own.put(DeployParameters.SERVICE.name(), entry.service());
        entry.image().ifPresent(image -> own.put(DeployParameters.IMAGE.name(), image));
        for (Parameter parameter : List.of(DeployParameters.IMAGE, DeployParameters.CONTAINER)) {
            own.computeIfPresent(parameter.name(), (name, text) -> text.replace(SERVICE_NAME, entry.shortName()));
        }
        keep(DeployParameters.parse(own, references), entry.image().map(image -> entry));
    }

    private void keep(Parsed<DeploySettings> parsed, Optional<ServiceEntry> withImage) {
        if (parsed instanceof Parsed.Valid<DeploySettings> valid) {
            services.add(valid.settings());
        } else if (parsed instanceof Parsed.Deferred<DeploySettings> later) {
            deferred.addAll(later.references());
        }
        parsed.invalidParameters().stream()
                .map(problem -> withImage
                        .filter(entry -> problem.parameter().equals(DeployParameters.IMAGE))
                        .map(entry -> entry.refused(problem))
                        .orElse(problem))
                .forEach(problems::add);
    }

    private void rejectDoubles(ParameterReader reader) {
        Set<ServiceName> seen = new HashSet<>();
        services.stream()
                .map(DeploySettings::service)
                .filter(service -> !seen.add(service))
                .distinct()
                .forEach(service -> reader.reject(
                        DeployParameters.SERVICE, "'" + service + "' is given twice", "Name each service once."));
    }
}
