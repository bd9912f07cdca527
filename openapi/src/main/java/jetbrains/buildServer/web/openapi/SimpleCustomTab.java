package jetbrains.buildServer.web.openapi;

import javax.servlet.http.HttpServletRequest;
import org.jetbrains.annotations.NotNull;

/** A tab with settable parts; it must be registered, except where a subclass does so itself. */
public class SimpleCustomTab extends SimplePageExtension implements CustomTab {
    private String title = "";

    public SimpleCustomTab(@NotNull PagePlaces pagePlaces) {
        super(pagePlaces);
    }

    public SimpleCustomTab(
            @NotNull PagePlaces pagePlaces,
            @NotNull PlaceId placeId,
            @NotNull String tabId,
            @NotNull String includeUrl,
            @NotNull String title) {
        super(pagePlaces, placeId, tabId, includeUrl);
        this.title = title;
    }

    public void setTabTitle(String title) {
        this.title = title;
    }

    @Override
    @NotNull
    public final String getTabId() {
        return getPluginName();
    }

    @Override
    @NotNull
    public String getTabTitle() {
        return title;
    }

    @Override
    @NotNull
    public String getTabTitle(@NotNull HttpServletRequest request) {
        return getTabTitle();
    }

    @Override
    public boolean isVisible() {
        return true;
    }
}
