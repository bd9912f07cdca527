package jetbrains.buildServer.web.openapi;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.jetbrains.annotations.NotNull;

/** A fragment that a plugin adds to a page of the server. */
public interface PageExtension {
    @NotNull
    String getPluginName();

    @NotNull
    String getIncludeUrl();

    @NotNull
    List<String> getCssPaths();

    @NotNull
    List<String> getJsPaths();

    boolean isAvailable(@NotNull HttpServletRequest request);

    void fillModel(@NotNull Map<String, Object> model, @NotNull HttpServletRequest request);
}
