package jetbrains.buildServer.serverSide.buildDistribution;

/** What is known of a build that is to start; TeamCity's own is a {@link jetbrains.buildServer.serverSide.BuildPromotion}, too. */
public interface BuildPromotionInfo {}
