package org.ecsdelivery.docker.buildkit;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.CacheParameters;

/** Names the settings that need the containerd image store: those that make an image an index of several manifests, and a cache of its own. */
public final class StoreNeed {
    private StoreNeed() {}

    /** Returns their names; none where any image store will do. */
    public static List<String> of(BuildOptions options) {
        List<String> names = new ArrayList<>();
        if (options.platforms().size() > 1) {
            names.add("several " + named(BuildOptionParameters.PLATFORMS));
        }
        if (options.attestations() != Attestations.NONE) {
            names.add(named(BuildOptionParameters.ATTESTATIONS));
        }
        options.cache().written().ifPresent(image -> names.add(named(CacheParameters.TO) + " " + image));
        return names;
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
