package jetbrains.buildServer.web.openapi.project;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.SimpleCustomTab;
import jetbrains.buildServer.web.util.SessionUser;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A tab of a project; the request names the project by its {@code projectId}. */
public abstract class ProjectTab extends SimpleCustomTab {
    private final ProjectManager projects;

    protected ProjectTab(
            @NotNull String tabCode,
            @NotNull String title,
            @NotNull PagePlaces pagePlaces,
            @NotNull ProjectManager projectManager,
            @NotNull String includeUrl) {
        super(pagePlaces, PlaceId.PROJECT_TAB, tabCode, includeUrl, title);
        this.projects = projectManager;
        register();
    }

    @Override
    public void fillModel(@NotNull Map<String, Object> model, @NotNull HttpServletRequest request) {
        SProject project = getProject(request);
        if (project != null) {
            fillModel(model, request, project, SessionUser.getUser(request));
        }
    }

    protected abstract void fillModel(
            @NotNull Map<String, Object> model,
            @NotNull HttpServletRequest request,
            @NotNull SProject project,
            @Nullable SUser user);

    @Nullable
    protected SProject getProject(@NotNull HttpServletRequest request) {
        return projects.findProjectByExternalId(request.getParameter("projectId"));
    }
}
