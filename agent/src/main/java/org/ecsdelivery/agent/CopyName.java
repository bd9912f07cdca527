package org.ecsdelivery.agent;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.agent.envfile.ValueHashes;
import org.ecsdelivery.common.settings.EnvFileHistory;

/**
 * What the copy of an env file is called: the same for the same content, so that a step that is run again, and a build that changes
 * nothing, name the copy that is there. Only who has the key of the build configuration could find a content by its name.
 *
 * @param context the step
 */
record CopyName(BuildRunnerContext context) {
    String of(String path, String content) {
        String key = context.getConfigParameters().getOrDefault(EnvFileHistory.KEY, "");
        return ValueHashes.under(key).map(hashes -> hashes.of(content)).orElseGet(() -> ofThisBuild(path));
    }

    /** Without a key a name tells nothing of the content, and holds for one step of one build. */
    private String ofThisBuild(String path) {
        long build = context.getBuild().getBuildId();
        byte[] step = (context.getId() + "\n" + path).getBytes(StandardCharsets.UTF_8);
        return "build-" + build + "-" + UUID.nameUUIDFromBytes(step);
    }
}
