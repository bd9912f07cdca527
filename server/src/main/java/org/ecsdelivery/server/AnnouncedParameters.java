package org.ecsdelivery.server;

import java.util.Collection;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.parameters.AbstractBuildParametersProvider;
import org.ecsdelivery.common.settings.BuildParameter;

/**
 * Announces the parameters that our steps set while a build runs: without this a reference such as
 * {@code %ecs-delivery.image.uri%} counts as an unmet requirement and the build finds no compatible agent.
 */
public final class AnnouncedParameters extends AbstractBuildParametersProvider {

    @Override
    public Collection<String> getParametersAvailableOnAgent(SBuild build) {
        return BuildParameter.ALL;
    }
}
