package org.ecsdelivery.sandbox.teamcity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.TriggeredBy;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import jetbrains.buildServer.serverSide.comments.Comment;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.users.User;
import org.jspecify.annotations.Nullable;

/** A build as the server half of a plugin sees it. */
@SuppressWarnings("JavaUtilDate") // TeamCity's interfaces speak of Date
abstract class ServerBuild implements SBuild {
    private final BuildSetup setup;
    private final AgentProperties agent;
    private final Instant started;
    private final LocalServer server;

    ServerBuild(BuildSetup setup, AgentProperties agent, Instant started, LocalServer server) {
        this.setup = setup;
        this.agent = agent;
        this.started = started;
        this.server = server;
    }

    @Override
    public long getBuildId() {
        return setup.inputs().id();
    }

    @Override
    public String getBuildTypeId() {
        return server.configurations().internalId(getBuildTypeExternalId());
    }

    @Override
    public String getBuildTypeExternalId() {
        return setup.configuration().id();
    }

    @Override
    public String getBuildTypeName() {
        return setup.configuration().name();
    }

    @Override
    public String getFullName() {
        return "Sandbox :: " + getBuildTypeName();
    }

    @Override
    public String getProjectId() {
        return ServerProjects.INTERNAL_ID;
    }

    @Override
    public String getProjectExternalId() {
        return ServerProjects.EXTERNAL_ID;
    }

    @Override
    public boolean isPersonal() {
        return setup.inputs().personal();
    }

    @Override
    public Date getStartDate() {
        return Date.from(started);
    }

    @Override
    public Status getBuildStatus() {
        return setup.facts().problems().isEmpty() ? Status.NORMAL : Status.FAILURE;
    }

    @Override
    public String getBuildNumber() {
        return setup.facts().buildNumber();
    }

    @Override
    public String getAgentName() {
        return agent.name();
    }

    @Override
    public ParametersProvider getParametersProvider() {
        return setup.facts().parameters().references();
    }

    @Override
    public ValueResolver getValueResolver() {
        return setup.facts().parameters().references();
    }

    @Override
    public Map<String, String> getBuildOwnParameters() {
        return setup.configuration().parameters();
    }

    @Override
    public @Nullable Branch getBranch() {
        return setup.inputs().branch().map(NamedBranch::new).orElse(null);
    }

    @Override
    public TriggeredBy getTriggeredBy() {
        return new BySandbox(started, setup.inputs().startedBy());
    }

    @Override
    public @Nullable SUser getOwner() {
        return isPersonal() ? setup.inputs().startedBy().orElse(null) : null;
    }

    @Override
    public jetbrains.buildServer.serverSide.buildLog.BuildLog getBuildLog() {
        return (message, status, attributes) -> setup.lines().fromServer(message, status);
    }

    @Override
    public Comment getBuildComment() {
        return () -> setup.facts().comment().orElse(null);
    }

    @Override
    public void setBuildComment(@Nullable User user, @Nullable String comment) {
        setup.facts().comment(comment);
    }

    @Override
    public void addBuildProblem(BuildProblemData problem) {
        setup.log().logBuildProblem(problem);
    }

    @Override
    public boolean hasBuildProblemOfType(String type) {
        return setup.facts().problems().stream()
                .anyMatch(problem -> problem.getType().equals(type));
    }

    @Override
    public List<BuildProblemData> getFailureReasons() {
        return new ArrayList<>(setup.facts().problems());
    }

    @Override
    public @Nullable BigDecimal getStatisticValue(String key) {
        return setup.facts().statistics().get(key);
    }

    @Override
    public Map<String, BigDecimal> getStatisticValues() {
        return setup.facts().statistics();
    }

    @Override
    public Collection<SBuildFeatureDescriptor> getBuildFeaturesOfType(String type) {
        return ServerFeature.ofType(type, setup.configuration().features(), server, getValueResolver()::resolve);
    }

    @Override
    public SBuildType getBuildType() {
        return new ServerConfiguration(
                setup.configuration(), setup.facts().parameters().references(), server);
    }

    @Override
    public BuildPromotion getBuildPromotion() {
        return promotion();
    }

    ServerPromotion promotion() {
        return new ServerPromotion(this);
    }

    BuildParameters parameters() {
        return setup.facts().parameters();
    }

    @Override
    public BuildArtifacts getArtifacts(BuildArtifactsViewMode mode) {
        return new ServerArtifacts(setup.facts().artifacts().directory(), mode);
    }

    @Override
    public @Nullable SFinishedBuild getPreviousFinished() {
        return server.history().before(this).orElse(null);
    }

    private record NamedBranch(String name) implements Branch {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getDisplayName() {
            return name;
        }

        @Override
        public boolean isDefaultBranch() {
            return name.equals("main");
        }
    }

    private record BySandbox(Instant time, Optional<SandboxUser> user) implements TriggeredBy {
        @Override
        public String getAsString() {
            return "the sandbox";
        }

        @Override
        public String getRawTriggeredBy() {
            return "##type='sandbox'";
        }

        @Override
        public boolean isTriggeredByUser() {
            return user.isPresent();
        }

        @Override
        public @Nullable SUser getUser() {
            return user.orElse(null);
        }

        @Override
        public Date getTriggeredDate() {
            return Date.from(time);
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("type", "sandbox");
        }
    }
}
