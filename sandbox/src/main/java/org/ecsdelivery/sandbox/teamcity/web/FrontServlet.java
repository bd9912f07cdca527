package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.springframework.web.servlet.mvc.Controller;

/** Answers with one of our own pages, or with a controller that the plugin registered. */
final class FrontServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient LocalTeamCity teamCity;
    private final transient SecretBox secrets;
    private final transient PluginCalls plugin;
    private final transient Map<String, Page> pages;

    FrontServlet(LocalTeamCity teamCity, SecretBox secrets) {
        this.teamCity = teamCity;
        this.secrets = secrets;
        this.plugin = new PluginCalls(teamCity.server());
        this.pages = Map.ofEntries(
                Map.entry("/overview.html", new OverviewPage()),
                Map.entry("/viewType.html", new ConfigurationPage()),
                Map.entry("/admin/editBuildRunners.html", new SettingsPage()),
                Map.entry("/admin/editRunType.html", new StepPage()),
                Map.entry("/admin/editBuildFeature.html", new FeaturePage()),
                Map.entry("/runBuild.html", new RunPage()),
                Map.entry("/stopBuild.html", new StopPage()),
                Map.entry("/viewLog.html", new BuildPage(plugin)),
                Map.entry("/buildLog.html", new LogPage()),
                Map.entry("/project.html", new ProjectPage(plugin, ProjectPage.Side.VIEW)),
                Map.entry("/admin/editProject.html", new ProjectPage(plugin, ProjectPage.Side.EDIT)),
                Map.entry("/switchUser.html", new UserPage()));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = pathOf(request);
        request.setAttribute("teamcityPluginResourcesPath", plugin.resourcesPath());
        try {
            Optional<Controller> controller = teamCity.server().pages().controller(path);
            if (controller.isPresent()) {
                plugin.answer(controller.get(), request, response);
                return;
            }
            Page page = pages.get(path);
            if (page == null) {
                throw new NotFoundException("There is no page " + path + ".");
            }
            page.answer(new Exchange(request, response, teamCity, secrets));
        } catch (NotFoundException missing) {
            response.sendError(404, missing.getMessage());
        } catch (BadRequestException bad) {
            response.sendError(400, bad.getMessage());
        } catch (AccessDeniedException denied) {
            response.sendError(403, denied.getMessage());
        }
    }

    /** A page of the plugin may include a controller's address. */
    private static String pathOf(HttpServletRequest request) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
        return included == null ? request.getServletPath() : included.toString();
    }
}
