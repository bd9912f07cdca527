package org.ecsdelivery.engine.ecs;

import org.ecsdelivery.common.settings.RevisionTags;

/** The tags by which a task definition revision tells which build registered it. They belong to that one revision. */
public final class BuildTags {
    /** What the names of all of them begin with. */
    public static final String PREFIX = RevisionTags.OF_THE_BUILD;
    /** The id of the build. */
    public static final String BUILD_ID = PREFIX + "build-id";
    /** The address of the build. */
    public static final String BUILD_URL = PREFIX + "build-url";
    /** The external id of the build configuration. */
    public static final String BUILD_TYPE = PREFIX + "build-type";

    /** What a revision holds that was made from a file, as a digest: ECS adds to it what the file leaves out. */
    public static final String CONTENT = PREFIX + "content";

    private BuildTags() {}
}
