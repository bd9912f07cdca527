package org.ecsdelivery.dsl;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Logs in to registries before the steps of a build. */
public final class DockerSupport extends TypedSetting<DockerSupport> implements Feature {
    private DockerSupport(SettingValues values) {
        super(values);
    }

    /** Returns a login with connections to registries. */
    public static DockerSupport login(Connection first, Connection... more) {
        return new DockerSupport(SettingValues.of("DockerSupport"))
                .set("loginCheckbox", "on")
                .set(
                        "login2registry",
                        Stream.concat(Stream.of(first), Arrays.stream(more))
                                .map(Connection::id)
                                .collect(Collectors.joining(",")));
    }

    /** Returns this, and the images that the build pushed are removed from their registry when the server removes the build. */
    public DockerSupport removePushedImages() {
        return set("cleanupPushed", "true");
    }

    @Override
    DockerSupport copy(SettingValues newValues) {
        return new DockerSupport(newValues);
    }
}
