package org.ecsdelivery.server.deployment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.RawObject;

/** A deployment as the tab shows it; a bean, because pages know nothing else. Every text is escaped by the page. */
public final class DeploymentView {
    /** A page of a deployment that goes on for an hour stays readable. */
    private static final int MOST_LINES = 200;

    private final JournalEntry entry;
    private final Report report;
    private final boolean buildRuns;

    DeploymentView(JournalEntry entry, boolean buildRuns) {
        this.entry = entry;
        this.report = entry.report();
        this.buildRuns = buildRuns;
    }

    /** Returns the id of the step. */
    public String getStep() {
        return entry.step();
    }

    /** Returns the service. */
    public String getService() {
        return entry.service();
    }

    /** Returns the cluster. */
    public String getCluster() {
        return report.text("cluster");
    }

    /** Returns the id of the deployment, or an empty text. */
    public String getDeployment() {
        return report.text("deployment");
    }

    /** Returns the ARN of ECS's record of it, or an empty text. */
    public String getRecord() {
        return entry.last(JournalNote.Kind.RECORD).orElse("");
    }

    /** Returns the revision that is brought, such as {@code shop:7}. */
    public String getRevision() {
        return Words.shortId(report.text("taskDefinition"));
    }

    /** Returns the revision that was there before. */
    public String getRevisionBefore() {
        return Words.shortId(report.text("taskDefinitionBefore"));
    }

    /** Returns the image. */
    public String getImage() {
        return report.text("image");
    }

    /** Returns the verdict in a word or two. */
    public String getResult() {
        if (!report.isUnderWay()) {
            return Words.plain(report.text("result"));
        }
        if (buildRuns) {
            return getPaused().isEmpty() ? "under way" : "waits for somebody";
        }
        return entry.isOpen() ? "its step has gone" : "left by its step";
    }

    /** Returns what happened, or goes on, in a sentence or more. */
    public String getText() {
        if (report.isUnderWay() && !buildRuns) {
            return entry.last(JournalNote.Kind.CLOSED)
                    .or(() -> entry.last(JournalNote.Kind.SEEN))
                    .or(() -> entry.last(JournalNote.Kind.TAKEN_OVER))
                    .orElse("The step did not tell how it ended.");
        }
        return report.isUnderWay() ? standing() : report.text("text");
    }

    private String standing() {
        List<RawObject> phases = report.all("phases");
        return phases.isEmpty()
                ? "The step has begun."
                : "The step is at " + Words.plain(phases.get(phases.size() - 1).text("phase")) + ".";
    }

    /** Returns how the result is coloured: good, bad or open. */
    public String getTone() {
        return switch (report.text("result")) {
            case "SUCCEEDED", "PLANNED" -> "good";
            case "UNDER_WAY" -> "open";
            default -> "bad";
        };
    }

    /** Tells whether the page should look again. */
    public boolean isLive() {
        return report.isUnderWay() && (buildRuns || entry.isOpen());
    }

    /** Returns the stage at which ECS waits for somebody, or an empty text. */
    public String getPaused() {
        return buildRuns
                ? report.paused()
                        .filter(each -> !isAnswered(each))
                        .map(Report.Paused::stage)
                        .orElse("")
                : "";
    }

    /** The step looks every few seconds: what somebody has just answered must not be asked for again. */
    private boolean isAnswered(Report.Paused paused) {
        return entry.last(JournalNote.Kind.ANSWERED)
                .filter(text -> text.startsWith(paused.key()))
                .isPresent();
    }

    /** Returns when the step began. */
    public String getBegan() {
        return report.moment("startedAt").map(Words::day).orElse("");
    }

    /** Returns how long the step took, or has taken so far. */
    public String getTook() {
        return Report.number(report.json(), "seconds").map(Words::seconds).orElse("");
    }

    /** Returns the levels it came to, each with the time it took. */
    public List<Line> getLevels() {
        RawObject statistics = report.object("statistics");
        List<Line> levels = new ArrayList<>();
        for (String level : List.of("Live", "Deployed", "Drained", "Stopped")) {
            Report.number(statistics, "secondsTo" + level)
                    .map(BigDecimal::longValue)
                    .ifPresent(took ->
                            levels.add(new Line("", Words.duration(Duration.ofSeconds(took)), Words.plain(level))));
        }
        return levels;
    }

    /** Returns the parts of the step with the times they took. */
    public List<Line> getPhases() {
        return report.all("phases").stream()
                .map(phase -> new Line(
                        "",
                        Report.number(phase, "seconds").map(Words::seconds).orElse(""),
                        Words.plain(phase.text("phase"))))
                .toList();
    }

    /** Returns the last count of tasks, or an empty text. */
    public String getTasks() {
        List<RawObject> counts = report.all("rollout");
        if (counts.isEmpty()) {
            return "";
        }
        RawObject last = counts.get(counts.size() - 1);
        return count(last, "running") + " of " + count(last, "desired") + " run, " + count(last, "pending")
                + " pending, " + count(last, "failed") + " failed";
    }

    private static String count(RawObject counts, String name) {
        return Report.number(counts, name).map(BigDecimal::toPlainString).orElse("?");
    }

    /** Returns what was told, the latest last. */
    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        for (RawObject moment : report.all("timeline")) {
            lines.add(new Line(
                    Words.plain(moment.text("level")),
                    Report.instant(moment.text("at")).map(Words::clock).orElse(""),
                    moment.text("text")));
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    /** Returns what the server did about it. */
    public List<Line> getNotes() {
        return entry.notes().stream()
                .filter(note -> note.kind() != JournalNote.Kind.RECORD)
                .map(note -> new Line(Words.plain(note.kind().name()), time(note.at()), note.text()))
                .toList();
    }

    private static String time(Instant at) {
        return Words.day(at);
    }

    /** Returns what the revision changed. */
    public List<Change> getChanges() {
        return Optional.of(report.object("plan")).map(plan -> plan.objects("differences")).orElse(List.of()).stream()
                .map(each -> new Change(each.text("what"), each.text("before"), each.text("after")))
                .toList();
    }

    /** A line with its time. */
    public static final class Line {
        private final String kind;
        private final String at;
        private final String text;

        Line(String kind, String at, String text) {
            this.kind = kind;
            this.at = at;
            this.text = text;
        }

        /** Returns what kind of line it is. */
        public String getKind() {
            return kind;
        }

        /** Returns when, or how long. */
        public String getAt() {
            return at;
        }

        /** Returns the text. */
        public String getText() {
            return text;
        }
    }

    /** Something that differs. */
    public static final class Change {
        private final String what;
        private final String before;
        private final String after;

        Change(String what, String before, String after) {
            this.what = what;
            this.before = before;
            this.after = after;
        }

        /** Returns what differs. */
        public String getWhat() {
            return what;
        }

        /** Returns how it was. */
        public String getBefore() {
            return before;
        }

        /** Returns how it is. */
        public String getAfter() {
            return after;
        }
    }
}
