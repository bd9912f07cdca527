package jetbrains.buildServer.web.openapi;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.BuildPromotionOwner;
import jetbrains.buildServer.serverSide.SBuildServer;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A tab of the page of a build, finished, running or still in the queue; it registers itself. */
public abstract class ViewBuildTab extends SimpleCustomTab {
    public static final String BASE_BUILD_URL = "baseBuildUrl";
    public static final String BUILD_PROMOTION_KEY = "BUILD_PROMOTION_KEY";

    protected final SBuildServer myServer;

    public ViewBuildTab(
            @NotNull String title, @NotNull String code, @NotNull PagePlaces pagePlaces, @NotNull SBuildServer server) {
        this(title, code, pagePlaces, "", server);
    }

    public ViewBuildTab(
            @NotNull String title,
            @NotNull String code,
            @NotNull PagePlaces pagePlaces,
            @NotNull String includeUrl,
            @NotNull SBuildServer server) {
        super(pagePlaces, PlaceId.BUILD_RESULTS_TAB, code, includeUrl, title);
        this.myServer = server;
        register();
    }

    @Nullable
    protected BuildPromotion getPromotion(@NotNull HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("buildId"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id -> myServer.findBuildInstanceById(Long.parseLong(id)))
                .map(BuildPromotionOwner::getBuildPromotion)
                .orElse(null);
    }

    @Override
    public boolean isAvailable(@NotNull HttpServletRequest request) {
        BuildPromotion promotion = getPromotion(request);
        return promotion != null && isAvailable(request, promotion);
    }

    protected abstract boolean isAvailable(@NotNull HttpServletRequest request, @NotNull BuildPromotion promotion);

    @Override
    public void fillModel(@NotNull Map<String, Object> model, @NotNull HttpServletRequest request) {
        BuildPromotion promotion = getPromotion(request);
        if (promotion != null) {
            fillModel(model, request, promotion);
        }
    }

    protected abstract void fillModel(
            @NotNull Map<String, Object> model, @NotNull HttpServletRequest request, @NotNull BuildPromotion promotion);
}
