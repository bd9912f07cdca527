package org.ecsdelivery.server.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.controllers.BaseController;
import jetbrains.buildServer.serverSide.PersistFailedException;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Takes in what is entered on the page of a project's policies. */
public final class PolicyController extends BaseController {
    static final String PATH = "/admin/ecsDeliveryPolicies.html";
    /** Session attribute and request parameter of TeamCity's protection against forged requests. */
    static final String TOKEN = "tc-csrf-token";

    private final WebControllerManager web;
    private final ProjectManager projects;
    private final SecurityContext security;

    /** Makes the controller for a server. */
    public PolicyController(
            SBuildServer server, WebControllerManager web, ProjectManager projects, SecurityContext security) {
        super(server);
        this.web = web;
        this.projects = projects;
        this.security = security;
    }

    /** Makes it answer at its address. */
    public void register() {
        web.registerController(PATH, this);
    }

    @Override
    protected @Nullable ModelAndView doHandle(HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!isPost(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return null;
        }
        requireToken(request);
        SProject project = requireProject(request.getParameter("projectId"));
        if ("remove".equals(request.getParameter("action"))) {
            remove(project, request.getParameter("feature"));
        } else {
            save(project, request);
        }
        response.sendRedirect(request.getContextPath() + "/admin/editProject.html?projectId="
                + URLEncoder.encode(project.getExternalId(), StandardCharsets.UTF_8) + "&tab=" + PolicyTab.ID);
        return null;
    }

    private void requireToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object expected = session == null ? null : session.getAttribute(TOKEN);
        String given = request.getParameter(TOKEN);
        boolean same = expected != null
                && given != null
                && MessageDigest.isEqual(bytes(String.valueOf(expected)), bytes(given));
        if (!same) {
            throw new AccessDeniedException(
                    security.getAuthorityHolder(),
                    "The request does not come from the page of the policies: open it anew.");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever may not edit the project learns nothing of whether it is there. */
    private SProject requireProject(@Nullable String externalId) {
        return Optional.ofNullable(projects.findProjectByExternalId(externalId))
                .filter(project -> security.getAuthorityHolder()
                        .isPermissionGrantedForProject(project.getProjectId(), Permission.EDIT_PROJECT))
                .filter(project -> !project.isReadOnly())
                .orElseThrow(() -> new AccessDeniedException(
                        security.getAuthorityHolder(), "You may not edit the project " + externalId + " here."));
    }

    private static void remove(SProject project, @Nullable String feature) throws PersistFailedException {
        Optional<SProjectFeatureDescriptor> own = PolicyDraft.own(project, feature);
        if (own.isPresent()) {
            project.removeFeature(own.get().getId());
            project.persist();
        }
    }

    private static void save(SProject project, HttpServletRequest request) throws PersistFailedException {
        String feature = Optional.ofNullable(request.getParameter("feature")).orElse("");
        PolicyDraft draft = PolicyDraft.of(feature, entered(request));
        if (!draft.problems().isEmpty()) {
            draft.keep(request.getSession(), project.getExternalId());
            return;
        }
        PolicyDraft.own(project, feature)
                .ifPresentOrElse(
                        own -> project.updateFeature(own.getId(), PolicyParameters.TYPE, draft.values()),
                        () -> project.addFeature(PolicyParameters.TYPE, draft.values()));
        project.persist();
    }

    /** Browsers end lines their own way; settings are kept with plain line ends. */
    private static Map<String, String> entered(HttpServletRequest request) {
        Map<String, String> entered = new HashMap<>();
        for (Parameter parameter : PolicyParameters.ALL) {
            String value =
                    Optional.ofNullable(request.getParameter(parameter.name())).orElse("");
            if (!value.isBlank()) {
                entered.put(parameter.name(), value.strip().replace("\r\n", "\n"));
            }
        }
        return entered;
    }
}
