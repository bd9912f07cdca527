package jetbrains.buildServer.serverSide.buildDistribution;

/** What there is to decide on which build starts. */
public interface BuildDistributorInput {}
