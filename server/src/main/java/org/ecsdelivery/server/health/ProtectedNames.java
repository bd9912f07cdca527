package org.ecsdelivery.server.health;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.Place;

/**
 * Which clusters and services a health report holds to more: those of the patterns, and those that the policies of the project protect.
 *
 * @param patterns patterns of the names of clusters and services, in which {@code *} stands for any text
 * @param policy the policies of the project
 */
record ProtectedNames(List<Pattern> patterns, EffectivePolicy policy) {
    /** The configuration parameter of a project or build configuration that names them. */
    static final String PARAMETER = "ecs-delivery.health.protected";

    /** What counts where the parameter is not set. */
    static final String USUAL = "prod*, *-prod, *-production";

    static ProtectedNames of(Map<String, String> parameters, EffectivePolicy policy) {
        return new ProtectedNames(
                Stream.of(parameters.getOrDefault(PARAMETER, USUAL).split("[,\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .map(ProtectedNames::pattern)
                        .toList(),
                policy);
    }

    /** Tells whether one of the names is protected; of an ARN the part behind its last slash counts. */
    boolean include(Stream<String> names) {
        return names.map(name -> name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .anyMatch(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    /** Tells whether a policy protects one of the places. */
    boolean protect(List<Place> places) {
        return places.stream().anyMatch(place -> !policy.protecting(place).isEmpty());
    }

    private static Pattern pattern(String text) {
        String literally = Pattern.quote(text.toLowerCase(Locale.ROOT));
        return Pattern.compile(literally.replace("*", "\\E.*\\Q"));
    }
}
