package org.ecsdelivery.server.deployment;

import java.io.UncheckedIOException;
import java.util.List;
import jetbrains.buildServer.messages.BuildMessage1;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessageTranslator;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.news.DeploymentNews;

/** Takes what deploy steps tell out of the build log and into the journal. */
public final class NewsDesk implements ServiceMessageTranslator {
    private final Journal journal;
    private final History history;

    /** Writes to the journal; Spring makes it. */
    public NewsDesk(Journal journal, History history) {
        this.journal = journal;
        this.history = history;
    }

    @Override
    public String getServiceMessageName() {
        return DeploymentNews.MESSAGE;
    }

    @Override
    public List<BuildMessage1> translate(SRunningBuild build, BuildMessage1 original, ServiceMessage message) {
        try {
            DeploymentNews.read(message.getAttributes(), journal.keyOf(build.getBuildId()))
                    .ifPresent(news -> take(build, news));
        } catch (UncheckedIOException full) {
            // a page that stays behind must not keep the messages of builds from being read
        }
        return List.of();
    }

    private void take(SRunningBuild build, DeploymentNews news) {
        journal.keep(build.getBuildId(), news);
        Report.parse(news.report())
                .filter(report -> !report.isUnderWay())
                .ifPresent(report -> history.add(build, news.step(), report));
    }
}
