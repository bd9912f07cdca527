package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.CommittedEnvFiles;
import org.ecsdelivery.agent.envfile.Place;
import org.ecsdelivery.common.news.CommittedEnvFileNews;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.common.settings.EnvFileSettings.Tracked;
import org.ecsdelivery.engine.failure.FailureKind;

/** Keeps env files from getting into the repository, and tells of those that are there. */
final class EnvFileGuards {
    private static final int MOST_NAMED = 50;

    private final CommittedEnvFiles committed;
    private final StepLog log;

    EnvFileGuards(CommittedEnvFiles committed, StepLog log) {
        this.committed = committed;
        this.log = log;
    }

    /** Looks whether git tracks a file that is about to be written. */
    void checkTracked(Map<EnvFileSettings, Place> files, EnvFileProblems problems) {
        files.forEach((settings, place) -> {
            if (committed.tracks(place.file())) {
                tracked(settings, problems);
            }
        });
    }

    private void tracked(EnvFileSettings settings, EnvFileProblems problems) {
        String path = settings.target().path();
        String setting = EnvFileParameters.TRACKED.label() + " (" + EnvFileParameters.TRACKED.name() + ")";
        if (settings.guards().tracked() == Tracked.FAIL) {
            problems.add(
                    FailureKind.ENV_FILE_EXPOSED,
                    "Env file " + path
                            + ": git tracks a file of that name, which stays as it is. Remove it from the repository"
                            + " (git rm --cached " + path
                            + ") and name it in .gitignore, enter another File (envFile.path),"
                            + " or choose WARN at " + setting + ".");
        } else {
            log.line(
                    "Env file " + path
                            + ": git tracks a file of that name. It is overwritten for this build and put back at"
                            + " its end; a step that commits everything would publish the values (" + setting + ").",
                    Status.WARNING);
        }
    }

    /** Tells of env files that somebody committed. */
    void tellOfCommitted() {
        if (!committed.whyUnknown().isEmpty()) {
            log.line("Git does not tell which files of this checkout are committed (" + committed.whyUnknown()
                    + "): env files are looked for by their names.");
        }
        try {
            List<String> found = committed.list();
            if (!found.isEmpty()) {
                log.line(sentence(found), Status.WARNING);
            }
            if (committed.whyUnknown().isEmpty()) {
                log.tellServer(CommittedEnvFileNews.MESSAGE, new CommittedEnvFileNews(found).attributes());
            }
        } catch (IOException unreadable) {
            log.line("Env files in the checkout could not be looked for: " + unreadable, Status.WARNING);
        }
    }

    private String sentence(List<String> found) {
        String names = String.join(", ", found.subList(0, Math.min(found.size(), MOST_NAMED)));
        String more = found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "";
        return (committed.whyUnknown().isEmpty() ? "Committed env files: " : "Env files in the checkout: ") + names
                + more
                + ". Whoever may read the repository can read their values, also in its history: replace them by a template,"
                + " such as .env.template, and change what was secret.";
    }

    /** Tells whether two features write the same file. */
    static void checkDistinct(Map<EnvFileSettings, Place> files, EnvFileProblems problems) {
        Map<Path, String> seen = new java.util.HashMap<>();
        files.forEach((settings, place) -> {
            String before = seen.putIfAbsent(place.file(), settings.target().path());
            if (before != null) {
                problems.add(
                        FailureKind.INVALID_PARAMETERS,
                        "Env file " + settings.target().path()
                                + ": another feature of this build writes the same file (" + before
                                + "). Enter another File (envFile.path) in one of them.");
            }
        });
    }
}
