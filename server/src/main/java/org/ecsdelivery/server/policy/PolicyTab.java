package org.ecsdelivery.server.policy;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.SimpleCustomTab;

/** The tab in the settings of a project that shows which policies hold there, and where each comes from. */
public final class PolicyTab extends SimpleCustomTab {
    static final String ID = "ecsDeliveryPolicies";

    private final ProjectManager projects;
    private final SecurityContext security;

    /** Makes the tab for a server. */
    public PolicyTab(PagePlaces places, ProjectManager projects, SecurityContext security, PluginDescriptor plugin) {
        super(
                places,
                PlaceId.EDIT_PROJECT_PAGE_TAB,
                ID,
                plugin.getPluginResourcesPath("policies.jsp"),
                "Deployment Policies");
        this.projects = projects;
        this.security = security;
    }

    @Override
    public boolean isAvailable(HttpServletRequest request) {
        return project(request)
                .filter(project -> may(project, Permission.VIEW_BUILD_CONFIGURATION_SETTINGS)
                        || may(project, Permission.EDIT_PROJECT))
                .isPresent();
    }

    @Override
    public void fillModel(Map<String, Object> model, HttpServletRequest request) {
        project(request).ifPresent(project -> {
            boolean editable = may(project, Permission.EDIT_PROJECT) && !project.isReadOnly();
            PolicyDraft draft = PolicyDraft.taken(request.getSession(), project.getExternalId())
                    .or(() -> PolicyDraft.stored(project, request.getParameter("policy")))
                    .orElseGet(PolicyDraft::blank);
            model.put("policyPage", new PolicyPage(project, editable, draft));
        });
    }

    private Optional<SProject> project(HttpServletRequest request) {
        return Optional.ofNullable(projects.findProjectByExternalId(request.getParameter("projectId")));
    }

    private boolean may(SProject project, Permission permission) {
        return security.getAuthorityHolder().isPermissionGrantedForProject(project.getProjectId(), permission);
    }
}
