package org.ecsdelivery.engine.deploy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.engine.envfile.EnvFileBucket;

/**
 * The copy of an env file that ECS reads.
 *
 * @param bucket S3
 */
record EnvFileInS3(EnvFileBucket bucket) {
    private static final int ACCOUNT = 4;

    /** Returns the settings with the ARN of the file, which tells whether a revision has it. */
    DeploySettings located(DeploySettings settings) {
        return object(settings)
                .map(file -> file.at(bucket.arn(file.bucket(), file.key())))
                .map(file -> settings.changing(settings.changes().storing(file)))
                .orElse(settings);
    }

    /** Puts the file there, before any revision names it: a task that finds none does not start. */
    void put(DeploySettings settings, DeployPlan plan) {
        String account = plan.base().arn().split(":", -1)[ACCOUNT];
        object(settings)
                .ifPresent(file -> bucket.put(
                        file.bucket(), file.key(), file.content().getBytes(StandardCharsets.UTF_8), account));
    }

    private static Optional<EnvFileObject> object(DeploySettings settings) {
        return settings.changes().envFile().flatMap(EnvFileUse::object);
    }
}
