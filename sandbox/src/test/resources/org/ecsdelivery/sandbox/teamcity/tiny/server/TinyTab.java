package tiny.server;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.ViewLogTab;

public class TinyTab extends ViewLogTab {
    public TinyTab(PagePlaces places, SBuildServer server, PluginDescriptor plugin) {
        super("Tiny tab", "tinyTab", places, server);
        setIncludeUrl(plugin.getPluginResourcesPath("tab.jsp"));
    }

    @Override
    protected boolean isAvailable(HttpServletRequest request, SBuild build) {
        return !build.isPersonal();
    }

    @Override
    protected void fillModel(Map<String, Object> model, HttpServletRequest request, SBuild build) {
        model.put("seen", build.getBuildTypeName() + " #" + build.getBuildNumber());
    }
}
