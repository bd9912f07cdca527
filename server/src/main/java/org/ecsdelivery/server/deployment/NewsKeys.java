package org.ecsdelivery.server.deployment;

import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.common.settings.RunTypeId;

/** Hands each deploy step the key by which it seals what it tells the server; other steps of the build never see it. */
public final class NewsKeys implements BuildStartContextProcessor {
    private final Journal journal;

    /** Takes the keys from the journal; Spring makes it. */
    public NewsKeys(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void updateParameters(BuildStartContext context) {
        context.getRunnerContexts().stream()
                .filter(step -> RunTypeId.DEPLOY.equals(step.getType()))
                .forEach(step -> step.addRunnerParameter(
                        DeploymentNews.KEY, journal.keyOf(context.getBuild().getBuildId())));
    }
}
