package org.ecsdelivery.server;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.Parameter;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SimpleParameter;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.util.positioning.PositionAware;
import jetbrains.buildServer.util.positioning.PositionConstraint;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileHistory;

/** Gives a build that makes env files the key of its configuration, as a password, and what an earlier build wrote. */
public final class EnvFileHandover implements BuildStartContextProcessor, PasswordsProvider, PositionAware {
    /** TeamCity's own processor, which collects the passwords: a key that came after it would not be masked. */
    private static final String COLLECTS_PASSWORDS =
            "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor";

    @Override
    public void updateParameters(BuildStartContext context) {
        SBuild build = context.getBuild();
        configurationOf(build).ifPresent(configuration -> {
            context.addSharedParameter(EnvFileHistory.KEY, EnvFileKey.makeFor(configuration));
            EarlierBuilds.left(build, EnvFileHistories::of)
                    .ifPresent(history ->
                            context.addSharedParameter(EnvFileHistory.PREVIOUS, withoutReferences(history.text())));
        });
    }

    @Override
    public Collection<Parameter> getPasswordParameters(SBuild build) {
        return configurationOf(build)
                .flatMap(EnvFileKey::of)
                .<Collection<Parameter>>map(key -> List.of(new SimpleParameter(EnvFileHistory.KEY, key)))
                .orElse(List.of());
    }

    @Override
    public String getOrderId() {
        return EnvFileHandover.class.getName();
    }

    @Override
    public PositionConstraint getConstraint() {
        return PositionConstraint.before(COLLECTS_PASSWORDS);
    }

    /** Returns the configuration of a build that has the feature. */
    private static Optional<SBuildType> configurationOf(SBuild build) {
        return build.getBuildFeaturesOfType(EnvFileFeature.TYPE).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(build.getBuildType());
    }

    /** An earlier build decides what stands there: it must not have TeamCity put values of this build in. */
    private static String withoutReferences(String text) {
        return text.replace("%", "%%");
    }
}
