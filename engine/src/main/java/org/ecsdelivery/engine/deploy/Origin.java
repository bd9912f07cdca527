package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.ecs.RevisionState;

/**
 * Who registered a revision, as far as that can be seen.
 *
 * @param buildId id of the TeamCity build, when it was one with this plugin
 * @param buildUrl its address
 * @param buildType its build configuration
 * @param identity ARN of the AWS identity
 */
public record Origin(
        Optional<String> buildId, Optional<String> buildUrl, Optional<String> buildType, Optional<String> identity) {
    /** Nothing can be seen. */
    public static final Origin UNKNOWN =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Reads it from what a revision tells. */
    static Origin from(RevisionState revision) {
        return new Origin(
                tag(revision, BuildTags.BUILD_ID),
                tag(revision, BuildTags.BUILD_URL),
                tag(revision, BuildTags.BUILD_TYPE),
                revision.registeredBy());
    }

    private static Optional<String> tag(RevisionState revision, String name) {
        return Optional.ofNullable(revision.tags().get(name)).filter(value -> !value.isBlank());
    }

    /** Returns who it was in words, the build where it is known; empty when nobody knows. */
    public Optional<String> inWords() {
        return buildUrl.or(() ->
                        buildId.map(id -> buildType.map(type -> type + ", ").orElse("") + "id " + id))
                .map(build -> "the TeamCity build " + build)
                .or(() -> identity);
    }
}
