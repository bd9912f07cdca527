package org.ecsdelivery.sandbox.teamcity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.web.util.SessionUser;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** One request to one of our own pages, and its answer. */
record Exchange(HttpServletRequest request, HttpServletResponse response, LocalTeamCity teamCity, SecretBox secrets) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isPost() {
        return request.getMethod().equals("POST");
    }

    String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    SUser user() {
        SUser user = SessionUser.getUser(request);
        if (user == null) {
            throw new IllegalStateException("The door let in a request of nobody.");
        }
        return user;
    }

    boolean may(Permission permission) {
        return user().isPermissionGrantedForProject("project1", permission);
    }

    void require(Permission permission) {
        if (!may(permission)) {
            throw new AccessDeniedException(
                    user(),
                    user().getDescriptiveName() + " has not the permission " + permission + " in this project.");
        }
    }

    /** Finds the configuration that a parameter names, with or without the prefix that settings pages put before it. */
    BuildConfiguration configuration(String parameter) {
        String id = parameter(parameter).replaceFirst("^buildType:", "");
        return teamCity.server()
                .configurations()
                .find(id)
                .orElseThrow(() -> new NotFoundException("There is no build configuration " + id + "."));
    }

    RunningBuild build() {
        String id = parameter("buildId");
        return teamCity.builds().stream()
                .filter(build -> String.valueOf(build.inputs().id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no build with id " + id + "."));
    }

    void show(String page, Map<String, ?> model) throws ServletException, IOException {
        model.forEach(request::setAttribute);
        request.getRequestDispatcher("/WEB-INF/shell/" + page + ".jsp").forward(request, response);
    }

    void json(Object answer) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
    }
}
