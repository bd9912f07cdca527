package org.ecsdelivery.dsl.classic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The options of a docker build that an image step has among its advanced settings. */
final class DockerBuildOptions {
    private static final Set<String> NETWORKS = Set.of("default", "none", "host");

    private final CommandWords options;

    DockerBuildOptions(CommandWords options) {
        this.options = options;
    }

    void into(Map<String, String> parameters) {
        lines("--platform", "image.platforms", parameters);
        lines("--ssh", "image.ssh", parameters);
        options.value("--network").ifPresent(network -> {
            if (!NETWORKS.contains(network)) {
                throw new Refusal("the build's network is neither default, none nor host");
            }
            parameters.put("image.network", network.toUpperCase(Locale.ROOT));
        });
    }

    private void lines(String option, String name, Map<String, String> parameters) {
        List<String> values = options.values(option);
        if (!values.isEmpty()) {
            parameters.put(name, String.join("\n", values).replace(',', '\n'));
        }
    }
}
