package org.ecsdelivery.server.deployment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.TeamCityNodes;
import jetbrains.buildServer.serverSide.TeamCityProperties;
import jetbrains.buildServer.serverSide.comments.Comment;

/**
 * Looks after deployments whose step has gone without a word: their build is over, and they are not. It keeps no list of them; whatever
 * the journal holds of such a build is one, also after a restart. Only the main node does it.
 */
public final class Orphans {
    /** An internal property of the server; whoever tests this need not wait long. */
    private static final String APART = "ecsDelivery.orphans.seconds";

    private static final int USUALLY_APART = 15;
    private static final Duration PARTING = Duration.ofSeconds(10);

    private final SBuildServer server;
    private final TeamCityNodes nodes;
    private final Journal journal;
    private final History history;
    private final OrphanCare care;
    private final InstantSource clock;
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();
    private final Collection<Thread> begun = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(this::begun);

    private volatile Optional<Future<?>> looks = Optional.empty();

    /** Looks after the deployments in the journal; Spring makes it. */
    public Orphans(
            SBuildServer server,
            TeamCityNodes nodes,
            Journal journal,
            History history,
            EcsRecords.Door door,
            InstantSource clock) {
        this.server = server;
        this.nodes = nodes;
        this.journal = journal;
        this.history = history;
        this.care = new OrphanCare(journal, door, clock);
        this.clock = clock;
    }

    /** Begins to look now and then; Spring calls it when the plugin is loaded. */
    public void start() {
        int apart = Math.max(1, TeamCityProperties.getInteger(APART, USUALLY_APART));
        looks = Optional.of(thread.scheduleWithFixedDelay(this::lookSafely, apart, apart, TimeUnit.SECONDS));
    }

    /** Ends that; Spring calls it when the plugin is unloaded. A look that is under way is interrupted, and made again by whoever comes. */
    public void stop() {
        looks.ifPresent(each -> each.cancel(true));
        thread.shutdownNow();
        try {
            // an executor has ended a moment before its thread has, which holds the plugin's classes until then
            for (Thread each : begun) {
                each.join(PARTING.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A look that failed with an error costs its thread: another takes its place. */
    private Thread begun(Runnable work) {
        Thread made = new Thread(work, "ECS Delivery orphans");
        made.setDaemon(true);
        begun.removeIf(each -> !each.isAlive());
        begun.add(made);
        return made;
    }

    /** One look that failed must not be the last. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException unexpected) {
            // the journal keeps what is to be done: the next look tries again
        }
    }

    /** Looks at all of them once. */
    void look() {
        if (!server.isStarted() || !nodes.getCurrentNode().isMainNode()) {
            return;
        }
        for (long id : journal.builds()) {
            SBuild build = server.findBuildInstanceById(id);
            if (build != null && build.isFinished()) {
                journal.of(id).stream().filter(JournalEntry::isOpen).forEach(orphan -> lookAt(build, orphan));
            }
            if (journal.isOld(id, clock.instant())) {
                journal.forget(id);
            }
        }
    }

    /** A look that fails for a defect is told once on the build, is made again, and takes no other build's look away. */
    private void lookAt(SBuild build, JournalEntry orphan) {
        try {
            look(build, orphan);
        } catch (RuntimeException defect) {
            if (failed.add(build.getBuildId())) {
                say(
                        build,
                        "The server could not look after the deployment of step " + orphan.step() + ": "
                                + defect.getClass().getSimpleName() + ". It tries again.");
            }
        }
    }

    private void look(SBuild build, JournalEntry orphan) {
        Optional<String> news =
                follower(orphan).map(other -> care.leaveTo(orphan, other)).or(() -> care.look(build, orphan));
        news.ifPresent(text -> {
            say(build, text);
            journal.of(build.getBuildId()).stream()
                    .filter(entry -> entry.step().equals(orphan.step())
                            && entry.service().equals(orphan.service()))
                    .filter(entry -> !entry.isOpen())
                    .forEach(entry -> history.add(build, entry));
        });
    }

    /** Finds a running build that follows the same deployment: one that was run again takes up what the first began. */
    private Optional<Long> follower(JournalEntry orphan) {
        String deployment = orphan.report().text("deployment");
        return deployment.isEmpty()
                ? Optional.empty()
                : journal.builds().stream()
                        .filter(id -> id != orphan.build() && server.findRunningBuildById(id) != null)
                        .filter(id -> journal.of(id).stream()
                                .anyMatch(other -> other.isOpen()
                                        && other.report().text("deployment").equals(deployment)
                                        && other.service().equals(orphan.service())))
                        .findFirst();
    }

    /** What TeamCity lets a plugin add to a build that is over, and shows on its page, is a comment. */
    private static void say(SBuild build, String text) {
        Comment before = build.getBuildComment();
        List<String> said = before == null || before.getComment() == null ? List.of() : List.of(before.getComment());
        String all = said.isEmpty() ? text : said.get(0) + "\n" + text;
        build.setBuildComment(null, all);
    }
}
