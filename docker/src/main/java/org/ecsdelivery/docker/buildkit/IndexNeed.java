package org.ecsdelivery.docker.buildkit;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.BuildOptions;

/** Names the settings that make an image an index of several manifests. */
public final class IndexNeed {
    private IndexNeed() {}

    /** Returns their names, as a subject in the plural. */
    public static String of(BuildOptions options) {
        List<String> names = new ArrayList<>();
        if (options.platforms().size() > 1) {
            names.add("Several " + named(BuildOptionParameters.PLATFORMS));
        }
        if (options.attestations() != Attestations.NONE) {
            names.add(named(BuildOptionParameters.ATTESTATIONS));
        }
        return String.join(" and ", names);
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
