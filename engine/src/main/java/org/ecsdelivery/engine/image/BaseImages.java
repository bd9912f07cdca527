package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;

/**
 * The registries that the base images of a Dockerfile come from, as far as its text and the build arguments tell, and those of caches. Docker
 * does not say which it will ask, so every one that is named and that the step has credentials for is opened before the build.
 */
final class BaseImages {
    /** Where an image, or the host of one, can be named. */
    private static final Pattern LINE =
            Pattern.compile("^[ \\t]*(?:FROM|ARG|COPY|ADD|RUN)[ \\t].*", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("[^\\s=\"',]+");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9](?::\\d{1,5})?)(?:/.*)?");

    private final RegistryDoors doors;
    private final EngineListener listener;

    BaseImages(RegistryDoors doors, EngineListener listener) {
        this.doors = doors;
        this.listener = listener;
    }

    /** Returns what those registries want to see. One that cannot be opened is told: its image may be public, or be there already. */
    List<RegistryCredential> logins(ImageBuild build) {
        List<RegistryCredential> logins = new ArrayList<>();
        for (RegistryHost host : hosts(build)) {
            try {
                doors.opened(host).map(access -> access.credential(host)).ifPresent(logins::add);
            } catch (EngineException refused) {
                listener.on(new EngineEvent.Warned("The build goes without a login for base images and caches of "
                        + host + ". " + refused.getMessage()));
            }
        }
        return logins;
    }

    private static Set<RegistryHost> hosts(ImageBuild build) {
        Set<RegistryHost> hosts = new LinkedHashSet<>();
        Stream.concat(
                        LINE.matcher(dockerfile(build)).results().map(line -> line.group()),
                        build.arguments().values().stream())
                .flatMap(text -> WORD.matcher(text).results().map(word -> word.group()))
                .map(HOST::matcher)
                .filter(Matcher::matches)
                .map(host -> host.group(1))
                .filter(RegistryHost::looksLikeHost)
                .map(RegistryHost::new)
                .forEach(hosts::add);
        build.options().cache().images().stream()
                .flatMap(image -> image.host().stream())
                .forEach(hosts::add);
        return hosts;
    }

    /** A Dockerfile that cannot be read is the build's own failure, told there. */
    private static String dockerfile(ImageBuild build) {
        try {
            return new String(Files.readAllBytes(build.dockerfile()), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
