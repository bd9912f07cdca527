package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.agent.envfile.Place;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvFileText;
import org.ecsdelivery.engine.envfile.EnvMerge;
import org.ecsdelivery.engine.envfile.EnvTemplate;
import org.ecsdelivery.engine.envfile.EnvVariable;

/**
 * An env file that is going to be written.
 *
 * @param settings what the feature says of it
 * @param place where
 * @param template its template
 * @param remote what AWS gave when the build began
 */
record PlannedEnvFile(EnvFileSettings settings, Place place, Optional<EnvTemplate> template, List<EnvVariable> remote) {

    PlannedEnvFile {
        remote = List.copyOf(remote);
    }

    String path() {
        return settings.target().path();
    }

    /** Returns the variables that count, with the build's parameters as they are now. */
    EnvMerge merged(EnvFileSources sources, Map<String, String> parameters) {
        List<EnvVariable> given = new ArrayList<>(sources.ofParameters(settings.sources(), parameters));
        given.addAll(remote);
        given.addAll(sources.ofValues(settings.sources()));
        return EnvMerge.of(given, template, settings.sources().required());
    }

    byte[] bytes(List<EnvVariable> variables) {
        return template.map(known -> EnvFileText.of(settings.target().dialect(), variables, known))
                .orElseGet(() -> EnvFileText.of(settings.target().dialect(), variables));
    }
}
