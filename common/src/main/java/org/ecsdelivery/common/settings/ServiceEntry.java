package org.ecsdelivery.common.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.value.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * A service as the step names it.
 *
 * @param service its name or ARN
 * @param image the image of its own, where it has one
 */
record ServiceEntry(String service, Optional<String> image) {
    /** Reads names, or {@code name=image}, separated by commas or line ends; neither can stand in a name, an ARN or an image. */
    static List<ServiceEntry> of(@Nullable String text) {
        return Arrays.stream((text == null ? "" : text).split("[,\\r\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(ServiceEntry::one)
                .toList();
    }

    private static ServiceEntry one(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new ServiceEntry(text, Optional.empty())
                : new ServiceEntry(
                        text.substring(0, equals).strip(),
                        Optional.of(text.substring(equals + 1).strip()));
    }

    /** Returns the name without what an ARN has before it; what is no name stays as it is. */
    String shortName() {
        try {
            return ServiceName.parse(service).value();
        } catch (IllegalArgumentException noName) {
            return service;
        }
    }

    /** Returns the problem where it can be mended: in the services, not in the image of all the others. */
    InvalidParameter refused(InvalidParameter problem) {
        return new InvalidParameter(
                DeployParameters.SERVICE,
                "the image of " + service + ": " + problem.problem(),
                "Enter service=image with the image's tag or digest.");
    }
}
