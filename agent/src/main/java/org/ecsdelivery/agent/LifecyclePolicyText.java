package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.settings.LifecyclePolicyFile;
import org.ecsdelivery.common.settings.RepositoryParameters;
import org.ecsdelivery.engine.image.lifecycle.LifecyclePolicy;

/** Reads the lifecycle policy that the settings of an image step name, before anything is made. */
final class LifecyclePolicyText {
    /** ECR API reference, PutLifecyclePolicy, lifecyclePolicyText. */
    private static final int MOST_BYTES = 30720;

    private final CheckoutFile file;

    LifecyclePolicyText(BuildRunnerContext context) {
        this.file = CheckoutFile.of(context, RepositoryParameters.LIFECYCLE_FILE);
    }

    /**
     * Returns the settings with the file in them.
     *
     * @throws org.ecsdelivery.engine.failure.EngineException when it cannot be read, or ECR would not take it
     */
    ImageSettings in(ImageSettings settings) {
        return settings.newRepository()
                .lifecycleFile()
                .map(each ->
                        settings.withNewRepository(settings.newRepository().withLifecycle(each.holding(text(each)))))
                .orElse(settings);
    }

    private String text(LifecyclePolicyFile named) {
        String text = file.read(named.path(), MOST_BYTES);
        try {
            LifecyclePolicy.checked(text);
            return text;
        } catch (IllegalArgumentException wrong) {
            throw file.refused(
                    named.path(), "is no lifecycle policy that ECR takes; " + wrong.getMessage() + ".", null);
        }
    }
}
