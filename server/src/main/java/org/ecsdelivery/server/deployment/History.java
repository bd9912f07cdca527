package org.ecsdelivery.server.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.server.deployment.JournalNote.Kind;

/** The deployments of build configurations that are over, kept with each configuration; of each the newest only. */
public final class History {
    /** Some 100 kB for each configuration, and years of most. */
    static final int MOST = 300;

    private static final String STORAGE = "ecs-delivery.deployments";
    /** Newest first; builds are numbered in the order they were queued. */
    private static final Comparator<PastDeployment> ORDER =
            Comparator.comparingLong(PastDeployment::build).reversed().thenComparing(PastDeployment::key);

    /** Adds what a step told of its end. */
    void add(SBuild build, String step, Report report) {
        add(build, step, report, report.text("result"));
    }

    /** Adds what the server saw of the end of a deployment whose step had gone. */
    void add(SBuild build, JournalEntry orphan) {
        add(build, orphan.step(), orphan.report(), orphan.has(Kind.TURNED_BACK) ? "ROLLED_BACK" : "STEP_GONE");
    }

    private synchronized void add(SBuild build, String step, Report report, String result) {
        SBuildType configuration = build.getBuildType();
        if (configuration == null || result.equals("PLANNED")) {
            return;
        }
        CustomDataStorage storage = configuration.getCustomDataStorage(STORAGE);
        PastDeployment past = of(build, step, report, result);
        storage.putValue(past.key(), past.line());
        all(storage).stream().skip(MOST).forEach(old -> storage.putValue(old.key(), null));
        storage.flush();
    }

    private static PastDeployment of(SBuild build, String step, Report report, String result) {
        String service = report.text("service");
        RawObject statistics = report.object("statistics");
        return new PastDeployment(
                build.getBuildId() + "/" + step + "/" + service,
                build.getBuildId(),
                Optional.ofNullable(build.getBuildNumber()).orElse(""),
                service,
                report.text("cluster"),
                report.text("taskDefinition"),
                report.text("image"),
                Optional.ofNullable(build.getTriggeredBy().getAsString()).orElse(""),
                result,
                report.text("startedAt"),
                number(report.json(), "seconds"),
                number(statistics, "secondsToDrained"));
    }

    private static String number(RawObject in, String name) {
        return Report.number(in, name)
                .map(each -> each.toBigInteger().toString())
                .orElse("");
    }

    /** Returns the deployments of a configuration, the newest first. */
    List<PastDeployment> of(SBuildType configuration) {
        return all(configuration.getCustomDataStorage(STORAGE));
    }

    private static List<PastDeployment> all(CustomDataStorage storage) {
        Map<String, String> values = storage.getValues();
        return values == null
                ? List.of()
                : values.values().stream()
                        .map(PastDeployment::parse)
                        .flatMap(Optional::stream)
                        .sorted(ORDER)
                        .toList();
    }
}
