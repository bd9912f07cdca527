package org.ecsdelivery.sandbox.teamcity;

import java.util.EnumSet;
import java.util.Set;
import jetbrains.buildServer.serverSide.auth.Permission;

/** TeamCity's roles of the same names, with those of their permissions that pages ask for. */
public enum Role {
    /** May do everything. */
    ADMIN(EnumSet.allOf(Permission.class)),
    /** Runs builds and looks at settings, but does not change them. */
    DEVELOPER(EnumSet.of(
            Permission.VIEW_PROJECT,
            Permission.VIEW_BUILD_CONFIGURATION_SETTINGS,
            Permission.VIEW_BUILD_RUNTIME_DATA,
            Permission.VIEW_FILE_CONTENT,
            Permission.RUN_BUILD,
            Permission.CANCEL_BUILD,
            Permission.COMMENT_BUILD,
            Permission.TAG_BUILD,
            Permission.CUSTOMIZE_BUILD_PARAMETERS)),
    /** Looks at builds. */
    VIEWER(EnumSet.of(Permission.VIEW_PROJECT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** Tells whether the role has a permission. */
    public boolean grants(Permission permission) {
        return permissions.contains(permission);
    }
}
