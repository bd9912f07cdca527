package jetbrains.buildServer.serverSide;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.Build;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import jetbrains.buildServer.serverSide.buildLog.BuildLog;
import jetbrains.buildServer.serverSide.comments.Comment;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.users.User;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A build with everything the server knows about it. */
public interface SBuild extends Build, BuildPromotionOwner, ParametersSupport {
    @Override
    @NotNull
    ValueResolver getValueResolver();

    @NotNull
    Map<String, String> getBuildOwnParameters();

    @Nullable
    Branch getBranch();

    /** Returns the configuration, or nothing when it was deleted. */
    @Nullable
    SBuildType getBuildType();

    @NotNull
    BuildArtifacts getArtifacts(@NotNull BuildArtifactsViewMode mode);

    @Nullable
    SFinishedBuild getPreviousFinished();

    TriggeredBy getTriggeredBy();

    @NotNull
    BuildLog getBuildLog();

    @Nullable
    Comment getBuildComment();

    void setBuildComment(@Nullable User user, @Nullable String comment);

    /** Returns whose personal build it is. */
    @Nullable
    SUser getOwner();

    void addBuildProblem(@NotNull BuildProblemData problem);

    boolean hasBuildProblemOfType(@NotNull String type);

    @NotNull
    List<BuildProblemData> getFailureReasons();

    @Nullable
    BigDecimal getStatisticValue(String key);

    @NotNull
    Map<String, BigDecimal> getStatisticValues();

    @NotNull
    Collection<SBuildFeatureDescriptor> getBuildFeaturesOfType(@NotNull String type);
}
