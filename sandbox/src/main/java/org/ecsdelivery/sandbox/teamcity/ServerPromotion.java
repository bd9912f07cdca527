package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SQueuedBuild;
import jetbrains.buildServer.serverSide.TriggeredBy;
import jetbrains.buildServer.serverSide.buildDistribution.BuildPromotionInfo;
import jetbrains.buildServer.users.SUser;
import org.jspecify.annotations.Nullable;

/** A build from the queue on, as plugins see it. */
record ServerPromotion(ServerBuild build) implements BuildPromotion, BuildPromotionInfo, SQueuedBuild {
    @Override
    public long getId() {
        return build.getBuildId();
    }

    @Override
    public boolean isPersonal() {
        return build.isPersonal();
    }

    @Override
    public String getBuildTypeExternalId() {
        return build.getBuildTypeExternalId();
    }

    @Override
    public SBuildType getBuildType() {
        return build.getBuildType();
    }

    @Override
    public @Nullable Branch getBranch() {
        return build.getBranch();
    }

    @Override
    public @Nullable SUser getOwner() {
        return build.getOwner();
    }

    @Override
    public Map<String, String> getParameters() {
        return build.parameters().all();
    }

    @Override
    public Map<String, String> getCustomParameters() {
        return Map.of();
    }

    @Override
    public SQueuedBuild getQueuedBuild() {
        return this;
    }

    @Override
    public TriggeredBy getTriggeredBy() {
        return build.getTriggeredBy();
    }

    @Override
    public SBuild getAssociatedBuild() {
        return build;
    }
}
