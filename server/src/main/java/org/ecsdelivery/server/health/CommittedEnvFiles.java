package org.ecsdelivery.server.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.messages.BuildMessage1;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessageTranslator;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.news.CommittedEnvFileNews;
import org.ecsdelivery.common.settings.EnvFileParameters;

/**
 * Env files that are in the repository of a build configuration, as the last build of its default branch found it. Only a build sees
 * the checkout; what it tells is kept with the configuration, so that the health report can say it.
 */
public final class CommittedEnvFiles implements ServiceMessageTranslator {
    private static final String STORAGE = "ecs-delivery.committed-env-files";
    private static final String FILES = "files";

    @Override
    public String getServiceMessageName() {
        return CommittedEnvFileNews.MESSAGE;
    }

    @Override
    public List<BuildMessage1> translate(SRunningBuild build, BuildMessage1 original, ServiceMessage message) {
        if (isOfTheRepository(build)) {
            CommittedEnvFileNews.read(message.getAttributes()).ifPresent(news -> keep(build, news));
        }
        return List.of();
    }

    /** Tells what is kept of a configuration as a risk, if it is one. */
    static Optional<Risk> risk(SBuildType configuration) {
        return kept(configuration.getCustomDataStorage(STORAGE))
                .filter(text -> !text.isEmpty())
                .map(CommittedEnvFileNews::parse)
                .map(CommittedEnvFiles::risk);
    }

    private static Risk risk(CommittedEnvFileNews news) {
        return new Risk(
                ItemSeverity.WARN,
                EnvFileParameters.PATH,
                "makes env files, but the repository holds such files too: " + String.join(", ", news.files()),
                "Whoever may read the repository can read their values, also in its history.",
                "Replace them by a template such as .env.template, change what was secret, and remove them (git rm)."
                        + " The next build of the default branch looks again.");
    }

    /** A personal build has changes that are in no repository, and other branches come and go. */
    private static boolean isOfTheRepository(SRunningBuild build) {
        Branch branch = build.getBranch();
        return !build.isPersonal() && (branch == null || branch.isDefaultBranch());
    }

    private static void keep(SRunningBuild build, CommittedEnvFileNews news) {
        SBuildType configuration = build.getBuildType();
        if (configuration != null) {
            CustomDataStorage storage = configuration.getCustomDataStorage(STORAGE);
            if (!kept(storage).orElse("").equals(news.text())) {
                storage.putValue(FILES, news.text());
                storage.flush();
            }
        }
    }

    private static Optional<String> kept(CustomDataStorage storage) {
        Map<String, String> values = storage.getValues();
        return values == null ? Optional.empty() : Optional.ofNullable(values.get(FILES));
    }
}
