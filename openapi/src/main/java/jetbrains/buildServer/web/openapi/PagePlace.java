package jetbrains.buildServer.web.openapi;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.jetbrains.annotations.NotNull;

/** A place of a page that takes fragments of plugins. */
public interface PagePlace {
    @NotNull
    PlaceId getId();

    void addExtension(@NotNull PageExtension extension);

    void addExtension(@NotNull PageExtension extension, @NotNull PositionConstraint position);

    boolean removeExtension(@NotNull PageExtension extension);

    @NotNull
    List<PageExtension> getRegisteredExtensions();

    @NotNull
    List<PageExtension> getAvailableExtensions(@NotNull HttpServletRequest request);
}
