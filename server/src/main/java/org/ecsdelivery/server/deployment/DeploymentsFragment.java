package org.ecsdelivery.server.deployment;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.controllers.BaseController;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** What the tab of a build puts in the place of what it showed, every few seconds while a deployment goes on. */
public final class DeploymentsFragment extends BaseController {
    static final String PATH = "/ecsDelivery/deployments.html";

    private final AskedBuild asked;
    private final BuildReports reports;
    private final String page;

    /** Answers at its address; Spring makes it. */
    public DeploymentsFragment(
            SBuildServer server,
            WebControllerManager addresses,
            PluginDescriptor plugin,
            AskedBuild asked,
            BuildReports reports) {
        super(server);
        this.asked = asked;
        this.reports = reports;
        this.page = plugin.getPluginResourcesPath("deployments.jsp");
        addresses.registerController(PATH, this);
    }

    @Override
    protected @Nullable ModelAndView doHandle(HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Optional<SBuild> build = asked.build(request, Permission.VIEW_PROJECT);
        if (build.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "There is no such build, or you may not see it.");
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(page, Map.of("ecsDelivery", DeploymentsPage.of(build.get(), reports.of(build.get()))));
    }
}
