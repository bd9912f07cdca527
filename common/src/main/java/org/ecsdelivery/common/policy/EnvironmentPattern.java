package org.ecsdelivery.common.policy;

import java.util.regex.Pattern;

/**
 * Which services are meant: both parts may hold stars.
 *
 * @param cluster the cluster
 * @param service the service
 */
public record EnvironmentPattern(String cluster, String service) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_*-]{1,255}");
    private static final String ALL = "*";

    /**
     * Reads {@code cluster/service}, or a cluster alone for every service in it.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static EnvironmentPattern parse(String text) {
        String[] parts = text.split("/", -1);
        boolean known = parts.length <= 2;
        for (String part : parts) {
            known = known && FORM.matcher(part).matches();
        }
        if (!known) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not cluster/service with letters, digits, hyphens, underscores and *");
        }
        return new EnvironmentPattern(parts[0], parts.length == 2 ? parts[1] : ALL);
    }

    /** Tells whether the place is meant. A task that runs beside no service is in the cluster only: a whole cluster covers it. */
    public boolean covers(Place place) {
        return Wildcard.matches(cluster, place.cluster().value())
                && place.service()
                        .map(name -> Wildcard.matches(service, name.value()))
                        .orElse(service.equals(ALL));
    }

    @Override
    public String toString() {
        return cluster + "/" + service;
    }
}
