package jetbrains.buildServer.web.openapi;

import org.jetbrains.annotations.NotNull;

/** Names a place of a page. */
public class PlaceId {
    public static final PlaceId ADMIN_SERVER_CONFIGURATION_TAB = new PlaceId("adminServerConfigurationTab");
    public static final PlaceId ALL_PAGES_FOOTER = new PlaceId("allPagesFooter");
    public static final PlaceId BUILD_CONF_TAB = new PlaceId("buildConfTab");
    public static final PlaceId BUILD_RESULTS_FRAGMENT = new PlaceId("buildResultsFragment");
    public static final PlaceId BUILD_RESULTS_TAB = new PlaceId("buildResultsTab");
    public static final PlaceId BUILD_SUMMARY = new PlaceId("buildSummary");
    public static final PlaceId EDIT_BUILD_RUNNER_SETTINGS_FRAGMENT = new PlaceId("editBuildRunnerSettingsFragment");
    public static final PlaceId EDIT_PROJECT_PAGE_TAB = new PlaceId("editProjectPageTab");
    public static final PlaceId HEALTH_STATUS_ITEM = new PlaceId("healthStatusItem");
    public static final PlaceId PROJECT_FRAGMENT = new PlaceId("projectFragment");
    public static final PlaceId PROJECT_TAB = new PlaceId("projectTab");

    private final String path;

    public PlaceId(@NotNull String path) {
        this.path = path;
    }

    @Override
    public String toString() {
        return path;
    }
}
