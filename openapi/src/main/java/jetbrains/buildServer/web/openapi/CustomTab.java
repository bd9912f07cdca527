package jetbrains.buildServer.web.openapi;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.jetbrains.annotations.NotNull;

/** A fragment that is shown as a tab of a page. */
public interface CustomTab extends PageExtension {
    @NotNull
    String getTabId();

    @NotNull
    String getTabTitle();

    @NotNull
    String getTabTitle(@NotNull HttpServletRequest request);

    boolean isVisible();

    @Override
    void fillModel(@NotNull Map<String, Object> model, @NotNull HttpServletRequest request);
}
