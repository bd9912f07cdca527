package org.ecsdelivery.server.deployment;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;

/** The build that a request is about, if whoever asks may do with it what they ask for. */
public final class AskedBuild {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final SBuildServer server;
    private final SecurityContext security;

    /** Asks the server; Spring makes it. */
    public AskedBuild(SBuildServer server, SecurityContext security) {
        this.server = server;
        this.security = security;
    }

    /** Returns the build; nothing where it is not there or the permission is missing: nobody learns which. */
    Optional<SBuild> build(HttpServletRequest request, Permission permission) {
        return Optional.ofNullable(request.getParameter("buildId"))
                .filter(id -> NUMBER.matcher(id).matches())
                .map(id -> server.findBuildInstanceById(Long.parseLong(id)))
                .filter(build -> may(build, permission));
    }

    private boolean may(SBuild build, Permission permission) {
        String project = build.getProjectId();
        return project != null && security.getAuthorityHolder().isPermissionGrantedForProject(project, permission);
    }
}
