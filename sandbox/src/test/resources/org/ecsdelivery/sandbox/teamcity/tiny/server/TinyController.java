package tiny.server;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.controllers.BaseController;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.springframework.web.servlet.ModelAndView;

public class TinyController extends BaseController {
    private final SecurityContext security;
    private final ProjectManager projects;

    public TinyController(WebControllerManager web, SecurityContext security, ProjectManager projects) {
        this.security = security;
        this.projects = projects;
        web.registerController("/tiny.html", this);
    }

    @Override
    protected ModelAndView doHandle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AuthorityHolder asking = security.getAuthorityHolder();
        String project = projects.findProjectByExternalId("Sandbox").getProjectId();
        if (!asking.isPermissionGrantedForProject(project, Permission.EDIT_PROJECT)) {
            throw new AccessDeniedException(asking, "only for editors");
        }
        response.getWriter().write("tiny answers " + asking.getAssociatedUser().getUsername());
        return null;
    }
}
