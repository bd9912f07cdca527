package org.ecsdelivery.docker;

import com.github.dockerjava.api.model.AuthConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.built.CacheNote;
import org.ecsdelivery.engine.image.built.CacheNote.Kind;

/** Caches for the engine's own builder, which takes layers from images that the engine holds, and fetches none by itself. */
final class PulledCaches {
    private static final Pattern MISSING =
            Pattern.compile("(?s).*(?:manifest unknown|not found|repository does not exist).*");
    private static final String OF_BUILDKIT = "vnd.buildkit.cacheconfig";

    private final DockerConnection docker;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<CacheNote> notes = new ArrayList<>();

    private PulledCaches(DockerConnection docker) {
        this.docker = docker;
    }

    static PulledCaches of(ImageBuild build, DockerConnection docker) {
        PulledCaches pulled = new PulledCaches(docker);
        if (!build.noCache()) {
            build.options().cache().from().forEach(image -> pulled.pull(image, build));
        }
        return pulled;
    }

    private void pull(ImageReference image, ImageBuild build) {
        PullStream stream = docker.follow(client -> client.pullImageCmd(image.name())
                .withTag(image.tag().map(ImageTag::value).orElseThrow())
                .withAuthConfig(login(image, build))
                .exec(new PullStream()));
        stream.error().ifPresentOrElse(words -> notes.add(note(image, words)), () -> names.add(image.toString()));
    }

    /** A registry that needs no login gets an empty one, which is as good as none. */
    private static AuthConfig login(ImageReference image, ImageBuild build) {
        return build.logins().stream()
                .filter(login -> image.host().filter(login.host()::equals).isPresent())
                .findFirst()
                .map(Credentials::of)
                .orElseGet(AuthConfig::new);
    }

    private static CacheNote note(ImageReference image, String words) {
        if (words.contains(OF_BUILDKIT)) {
            return new CacheNote(
                    Kind.UNREAD,
                    image.toString(),
                    words
                            + " (it is a cache of BuildKit, and the engine's own builder takes layers from images that it has built)");
        }
        return new CacheNote(MISSING.matcher(words).matches() ? Kind.MISSING : Kind.UNREAD, image.toString(), words);
    }

    Set<String> names() {
        return names;
    }

    List<CacheNote> notes() {
        return notes;
    }
}
