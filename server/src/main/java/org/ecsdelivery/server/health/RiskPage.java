package org.ecsdelivery.server.health;

import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.healthStatus.HealthStatusItemPageExtension;

/** Shows what {@link RiskyConfigurations} tells, on TeamCity's health page and on the pages of the build configuration. */
public final class RiskPage {
    private final HealthStatusItemPageExtension page;

    /** Makes the page; nothing is shown before {@link #register()}. */
    public RiskPage(PluginDescriptor plugin, PagePlaces places) {
        this.page = new HealthStatusItemPageExtension(RiskyConfigurations.TYPE, places);
        page.setIncludeUrl(plugin.getPluginResourcesPath("risk.jsp"));
        page.setVisibleOutsideAdminArea(true);
    }

    /** Shows it from now on. */
    public void register() {
        page.register();
    }

    /** Takes it back when the plugin is unloaded. */
    public void unregister() {
        page.unregister();
    }
}
