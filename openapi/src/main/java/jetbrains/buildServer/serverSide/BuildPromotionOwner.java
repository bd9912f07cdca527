package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** What stands for a build through all its states. */
public interface BuildPromotionOwner {
    @NotNull
    BuildPromotion getBuildPromotion();
}
