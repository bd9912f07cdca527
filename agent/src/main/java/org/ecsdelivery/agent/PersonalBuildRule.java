package org.ecsdelivery.agent;

import java.util.List;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * A personal build must never harm production: it may hold changes that nobody has committed or reviewed (TeamCity
 * documentation, "Personal build"). So its images get tags of their own, and it deploys and runs nothing.
 *
 * @param personal whether the build is a personal one
 */
record PersonalBuildRule(boolean personal) {
    private static final String PREFIX = "personal-";
    private static final int LONGEST_TAG = 128;

    static PersonalBuildRule of(AgentRunningBuild build) {
        return new PersonalBuildRule(build.isPersonal());
    }

    /**
     * Refuses to deploy in a personal build.
     *
     * @throws EngineException when the build is a personal one
     */
    void requireDeployable() {
        if (personal) {
            throw new EngineException(
                    FailureKind.PERSONAL_BUILD,
                    "A personal build deploys nothing, since it may hold changes that nobody has committed",
                    "",
                    "Commit the changes and run the build without the personal option to deploy them, or see the"
                            + " plan with " + DeployParameters.DRY_RUN.label() + " (" + DeployParameters.DRY_RUN.name()
                            + ").");
        }
    }

    /**
     * Refuses to run a task in a personal build.
     *
     * @throws EngineException when the build is a personal one
     */
    void requireRunnable() {
        if (personal) {
            throw new EngineException(
                    FailureKind.PERSONAL_BUILD,
                    "A personal build runs no task, since it may hold changes that nobody has committed",
                    "",
                    "Commit the changes and run the build without the personal option to run it.");
        }
    }

    /** Returns the settings with tags that no other build uses: in a personal build every tag begins with {@code personal-}. */
    ImageSettings apply(ImageSettings settings) {
        if (!personal) {
            return settings;
        }
        List<ImageTag> tags =
                settings.tags().stream().map(PersonalBuildRule::personal).toList();
        return settings.withTags(tags);
    }

    private static ImageTag personal(ImageTag tag) {
        String text = PREFIX + tag;
        return new ImageTag(text.substring(0, Math.min(text.length(), LONGEST_TAG)));
    }
}
