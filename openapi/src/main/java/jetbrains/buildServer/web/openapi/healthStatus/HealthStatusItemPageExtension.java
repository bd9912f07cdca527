package jetbrains.buildServer.web.openapi.healthStatus;

import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.SimplePageExtension;
import org.jetbrains.annotations.NotNull;

/** Shows the items of one type of health report; TeamCity hands the item to the page as {@code healthStatusItem}. */
public class HealthStatusItemPageExtension extends SimplePageExtension {
    private boolean visibleOutsideAdminArea;

    public HealthStatusItemPageExtension(@NotNull String reportType, @NotNull PagePlaces pagePlaces) {
        super(pagePlaces);
        setPlaceId(PlaceId.HEALTH_STATUS_ITEM);
        setPluginName(reportType);
    }

    public void setVisibleOutsideAdminArea(boolean visible) {
        this.visibleOutsideAdminArea = visible;
    }

    public boolean isVisibleOutsideAdminArea() {
        return visibleOutsideAdminArea;
    }
}
