package org.ecsdelivery.sandbox.teamcity;

import java.util.List;
import jetbrains.buildServer.groups.UserGroup;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.users.User;

/** Somebody who works with the server in one role, the same in every project. */
public record SandboxUser(long id, String username, String fullName, Role role) implements SUser {

    /** Returns the one user that stands for a role. */
    public static SandboxUser in(Role role) {
        return switch (role) {
            case ADMIN -> new SandboxUser(1, "ada", "Ada (administrator)", role);
            case DEVELOPER -> new SandboxUser(2, "dev", "Dev (project developer)", role);
            case VIEWER -> new SandboxUser(3, "vic", "Vic (project viewer)", role);
        };
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getName() {
        return fullName;
    }

    @Override
    public String getDescriptiveName() {
        return fullName;
    }

    /** Returns one group, whose key is the name of the role. */
    @Override
    public List<UserGroup> getAllUserGroups() {
        return List.of(role::name);
    }

    @Override
    public boolean isPermissionGrantedGlobally(Permission permission) {
        return role.grants(permission);
    }

    @Override
    public boolean isPermissionGrantedForProject(String projectId, Permission permission) {
        return permission != Permission.CHANGE_SERVER_SETTINGS && role.grants(permission);
    }

    @Override
    public User getAssociatedUser() {
        return this;
    }
}
