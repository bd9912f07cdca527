package org.ecsdelivery.server.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.controllers.BaseController;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the settings pages of steps: tests their way to AWS, and offers names. Only to whoever may edit the project, only to requests
 * that a page of this server made, and with no secret in or out.
 */
public final class AccessController extends BaseController {
    /** Where it answers. */
    public static final String PATH = "/admin/ecsDelivery/access.html";

    private static final String CONFIGURATION = "buildType:";

    private final WebControllerManager controllers;
    private final ProjectManager projects;
    private final SecurityContext security;
    private final LookAtAws look;

    /** Makes the controller for a server. */
    public AccessController(
            WebControllerManager controllers,
            ProjectManager projects,
            SecurityContext security,
            ServiceLocator services) {
        this(controllers, projects, security, new LookAtAws(new CredentialsOfTeamCity(services), AwsDoor.real()));
    }

    AccessController(
            WebControllerManager controllers, ProjectManager projects, SecurityContext security, LookAtAws look) {
        this.controllers = controllers;
        this.projects = projects;
        this.security = security;
        this.look = look;
    }

    /** Begins to answer. */
    public void register() {
        controllers.registerController(PATH, this);
    }

    @Override
    protected @Nullable ModelAndView doHandle(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isPost(request)) {
            response.setHeader("Allow", "POST");
            write(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, error("Only POST is answered here."));
        } else if (!isFromAPage(request)) {
            write(response, HttpServletResponse.SC_FORBIDDEN, error("The request has no token of a page."));
        } else {
            answer(request, response);
        }
        return null;
    }

    /**
     * TeamCity compares the token with that of the session, before any controller. That there is one is looked at here too: a form of
     * another site cannot send the header.
     */
    private static boolean isFromAPage(HttpServletRequest request) {
        return !text(request.getHeader("X-TC-CSRF-Token")).isEmpty();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SBuildType> configuration = editable(text(request.getParameter("id")));
        if (configuration.isEmpty()) {
            write(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    error(
                            "There is no such build configuration, or you may not edit it. Templates cannot be tested: test a"
                                    + " build configuration that uses it."));
            return;
        }
        StepUnderEdit step =
                StepUnderEdit.of(configuration.get(), text(request.getParameter("runnerId")), entered(request));
        write(response, HttpServletResponse.SC_OK, looked(request, step));
    }

    /** A configuration that is not there and one that the user may not see get one answer. */
    private Optional<SBuildType> editable(String id) {
        try {
            return Optional.of(id)
                    .filter(text -> text.startsWith(CONFIGURATION))
                    .map(text -> projects.findBuildTypeByExternalId(text.substring(CONFIGURATION.length())))
                    .filter(found -> security.getAuthorityHolder()
                            .isPermissionGrantedForProject(found.getProject().getProjectId(), Permission.EDIT_PROJECT));
        } catch (AccessDeniedException unseen) {
            return Optional.empty();
        }
    }

    private static Map<String, String> entered(HttpServletRequest request) {
        Map<String, String> entered = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("prop:") && !name.startsWith("prop:encrypted:") && !name.startsWith("prop:secure:")) {
                entered.put(name.substring("prop:".length()), values[0]);
            }
        });
        return entered;
    }

    private RawObject looked(HttpServletRequest request, StepUnderEdit step) {
        try {
            String what = text(request.getParameter("offer"));
            return what.isEmpty()
                    ? list("lines", look.test(step, text(request.getParameter("step"))))
                    : list("names", look.offer(step, what));
        } catch (CannotLook | EngineException | Cancelled reason) {
            return error(String.valueOf(reason.getMessage()));
        }
    }

    private static RawObject error(String text) {
        return RawObject.EMPTY.with("error", RawText.of(text));
    }

    private static RawObject list(String name, List<String> texts) {
        return RawObject.EMPTY.with(
                name, RawText.list(texts.stream().map(RawText::of).toList()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static void write(HttpServletResponse response, int status, RawObject json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json.json().getBytes(StandardCharsets.UTF_8));
    }
}
