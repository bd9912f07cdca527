package org.ecsdelivery.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageTag;

/**
 * The image of a personal build: nobody may take it for a released one, since it may hold changes that nobody has committed or reviewed
 * (TeamCity documentation, "Personal build"). Its tags begin with {@code personal-}, then tell who built it, and in which build; its labels
 * tell so, too. Others do not get its layers by a cache either.
 */
final class PersonalImage {
    /** Says that the image comes from a personal build. */
    static final String LABEL = "org.ecsdelivery.personal";

    /** Says whose build it is. */
    static final String USER_LABEL = LABEL + ".user";

    /** Says whether changes went in that nobody has committed. */
    static final String PATCH_LABEL = LABEL + ".patch";

    private static final int LONGEST_TAG = 128;
    private static final int LONGEST_USER = 40;

    private final AgentRunningBuild build;
    private final Optional<String> user;

    PersonalImage(AgentRunningBuild build, Optional<String> user) {
        this.build = build;
        this.user = user;
    }

    ImageSettings of(ImageSettings settings) {
        List<ImageTag> tags = settings.tags().stream().map(this::personal).toList();
        Map<String, String> labels = new LinkedHashMap<>(settings.labels());
        labels.put(LABEL, "true");
        user.ifPresent(name -> labels.put(USER_LABEL, name));
        labels.put(PATCH_LABEL, Boolean.toString(build.isPersonalPatchAvailable()));
        BuildOptions options = settings.options();
        return settings.withTags(tags)
                .withLabels(labels)
                .with(options.withCache(options.cache().onlyRead()));
    }

    private ImageTag personal(ImageTag tag) {
        String whose = user.map(PersonalImage::inTag).map(name -> name + "-").orElse("");
        String text = "personal-" + whose + build.getBuildId() + "-" + tag;
        return new ImageTag(text.substring(0, Math.min(text.length(), LONGEST_TAG)));
    }

    private static String inTag(String user) {
        String allowed = user.replaceAll("[^A-Za-z0-9._-]", "-");
        return allowed.substring(0, Math.min(allowed.length(), LONGEST_USER));
    }
}
