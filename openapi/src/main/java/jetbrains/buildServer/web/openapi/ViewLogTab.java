package jetbrains.buildServer.web.openapi;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A tab of the page of a build that runs or is over; it registers itself. */
public abstract class ViewLogTab extends ViewBuildTab {
    public ViewLogTab(
            @NotNull String title, @NotNull String code, @NotNull PagePlaces pagePlaces, @NotNull SBuildServer server) {
        super(title, code, pagePlaces, server);
    }

    @Nullable
    protected SBuild getBuild(@NotNull HttpServletRequest request) {
        BuildPromotion promotion = getPromotion(request);
        return promotion == null ? null : promotion.getAssociatedBuild();
    }

    @Override
    public boolean isAvailable(@NotNull HttpServletRequest request, @NotNull BuildPromotion promotion) {
        SBuild build = promotion.getAssociatedBuild();
        return build != null && isAvailable(request, build);
    }

    protected boolean isAvailable(@NotNull HttpServletRequest request, @NotNull SBuild build) {
        return true;
    }

    @Override
    public void fillModel(
            @NotNull Map<String, Object> model,
            @NotNull HttpServletRequest request,
            @NotNull BuildPromotion promotion) {
        SBuild build = promotion.getAssociatedBuild();
        if (build != null) {
            fillModel(model, request, build);
        }
    }

    protected abstract void fillModel(
            @NotNull Map<String, Object> model, @NotNull HttpServletRequest request, @NotNull SBuild build);
}
