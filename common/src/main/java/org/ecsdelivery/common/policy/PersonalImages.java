package org.ecsdelivery.common.policy;

/** What personal builds may push. */
public enum PersonalImages {
    /** Images with tags of their own. */
    PERSONAL_TAGS,
    /** Nothing. */
    NOTHING
}
