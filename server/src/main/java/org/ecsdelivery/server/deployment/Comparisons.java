package org.ecsdelivery.server.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import org.ecsdelivery.server.deployment.DeploymentView.Change;

/** Compares two deployments: what the history keeps of both, and what each changed in its revision, as long as its report is there. */
public final class Comparisons {
    private final SBuildServer server;
    private final BuildReports reports;

    /** Looks for reports of builds; Spring makes it. */
    public Comparisons(SBuildServer server, BuildReports reports) {
        this.server = server;
        this.reports = reports;
    }

    /** Returns what differs from the older to the newer; what both have in common is left out. */
    List<Change> of(PastDeployment older, PastDeployment newer) {
        List<Change> rows = new ArrayList<>();
        differs(rows, "Service", older.service(), newer.service());
        differs(rows, "Cluster", older.cluster(), newer.cluster());
        differs(rows, "Revision", Words.shortId(older.revision()), Words.shortId(newer.revision()));
        differs(rows, "Image", older.image(), newer.image());
        differs(rows, "Result", Words.plain(older.result()), Words.plain(newer.result()));
        differs(rows, "Seconds", older.seconds(), newer.seconds());
        differs(rows, "Seconds until drained", older.drain(), newer.drain());
        differs(rows, "Triggered by", older.who(), newer.who());
        return List.copyOf(rows);
    }

    private static void differs(List<Change> rows, String what, String before, String after) {
        if (!before.equals(after)) {
            rows.add(new Change(what, before, after));
        }
    }

    /** Returns what a deployment changed in its revision. */
    List<Change> changedBy(PastDeployment past) {
        SBuild build = server.findBuildInstanceById(past.build());
        return Optional.ofNullable(build).map(reports::of).orElse(List.of()).stream()
                .filter(entry -> entry.service().equals(past.service()))
                .filter(entry -> entry.report().text("taskDefinition").equals(past.revision()))
                .findFirst()
                .map(entry -> new DeploymentView(entry, false).getChanges())
                .orElse(List.of());
    }
}
