package org.ecsdelivery.sandbox.teamcity;

import java.util.EnumSet;
import java.util.Set;
import jetbrains.buildServer.serverSide.auth.Permission;

/** TeamCity's roles of the same names, with those of their permissions that pages ask for. */
public enum Role {
    /** May do everything. */
    ADMIN,
    /** Runs builds and looks at settings, but does not change them. */
    DEVELOPER,
    /** Looks at builds. */
    VIEWER;

    private static final Set<Permission> OF_DEVELOPERS = EnumSet.of(
            Permission.VIEW_PROJECT,
            Permission.VIEW_BUILD_CONFIGURATION_SETTINGS,
            Permission.VIEW_BUILD_RUNTIME_DATA,
            Permission.VIEW_FILE_CONTENT,
            Permission.RUN_BUILD,
            Permission.CANCEL_BUILD,
            Permission.COMMENT_BUILD,
            Permission.TAG_BUILD,
            Permission.CUSTOMIZE_BUILD_PARAMETERS);

    /** Tells whether the role has a permission. */
    public boolean grants(Permission permission) {
        return switch (this) {
            case ADMIN -> true;
            case DEVELOPER -> OF_DEVELOPERS.contains(permission);
            case VIEWER -> permission == Permission.VIEW_PROJECT;
        };
    }
}
