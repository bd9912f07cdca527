package org.ecsdelivery.engine.image;

import java.util.Optional;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** How repositories are made, and how they are. Every method may throw {@link AccessDenied} and {@link TransientFailure}. */
public interface Repositories {
    /** Creates a repository; one that was created meanwhile is as good. */
    void create(ImageReference repository, RepositoryPolicy policy);

    /** Returns how a repository is; nothing when there is none. */
    Optional<RepositoryState> look(ImageReference repository);

    /** Returns the lifecycle policy of a repository as ECR keeps it, JSON. */
    Optional<String> lifecycle(ImageReference repository);

    /** Returns the prefix of the template by which a push creates the repository; nothing when a push does not create it. */
    Optional<String> templateOnPush(ImageReference repository);
}
