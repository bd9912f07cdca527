package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.report.DeploymentStory.Count;
import org.ecsdelivery.engine.report.DeploymentStory.PhaseTime;
import org.ecsdelivery.engine.report.Ladder.Step;

/**
 * Draws a story on one axis of time: phases, levels, the count of new tasks, and each task through its states. The bars are for
 * the eye only; each has its figures in words below or beside it.
 */
final class DeploymentChart {
    /** A name in a narrower piece would not fit on a phone. */
    private static final double ROOM_FOR_A_NAME = 0.18;

    private static final double AT_THE_EDGE = 0.95;

    private final DeploymentStory story;
    private final TimeAxis axis;
    private final Html html;

    private DeploymentChart(DeploymentStory story, Html html) {
        this.story = story;
        this.axis = new TimeAxis(story.from(), story.to());
        this.html = html;
    }

    static void write(DeploymentStory story, Html html) {
        new DeploymentChart(story, html).write();
    }

    private void write() {
        html.markup("<section class=\"chart\" aria-labelledby=\"course\">\n<h2 id=\"course\">Course</h2>\n");
        ticks();
        html.markup("<ul class=\"rows\">\n");
        phases();
        story.levels().forEach(this::level);
        new TrafficChart(axis, html).write(story.traffic());
        counts();
        html.markup("</ul>\n");
        TaskBars bars = new TaskBars(axis, html);
        bars.write("New tasks", story.newTasks());
        bars.write("Old tasks", story.oldTasks());
        html.markup("</section>\n");
    }

    private void ticks() {
        html.markup("<div class=\"row axis\" aria-hidden=\"true\"><span></span><svg class=\"ticks\">");
        for (Duration tick : axis.ticks()) {
            Instant at = axis.from().plus(tick);
            double share = axis.share(tick);
            String anchor = share == 0 ? "start" : share > AT_THE_EDGE ? "end" : "middle";
            html.markup("<line x1=\"" + axis.place(at) + "\" x2=\"" + axis.place(at) + "\" y1=\"15\" y2=\"20\"/>"
                            + "<text x=\"" + axis.place(at) + "\" y=\"12\" text-anchor=\"" + anchor + "\">")
                    .text(clock(tick))
                    .markup("</text>");
        }
        html.markup("</svg></div>\n");
    }

    /** Returns a time as a clock would show it, which takes the least room. */
    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private void phases() {
        if (story.phases().isEmpty()) {
            return;
        }
        begin("Phases", "");
        html.markup("<svg class=\"bar phases\" aria-hidden=\"true\">");
        story.phases().forEach(this::phase);
        html.markup("</svg>");
        html.markup("<ol class=\"states\">");
        story.phases()
                .forEach(each -> html.markup("<li>")
                        .text(name(each.phase()) + " ")
                        .element("b", Amount.of(each.took()))
                        .markup("</li>"));
        end("</ol>");
    }

    private void phase(PhaseTime phase) {
        String place = axis.place(phase.at());
        html.markup("<rect class=\"phase " + cssClass(phase.phase().name()) + "\" x=\"" + place + "\" width=\""
                + axis.width(phase.at(), phase.at().plus(phase.took())) + "\"/>");
        if (axis.share(phase.took()) > ROOM_FOR_A_NAME) {
            html.markup("<text x=\"" + place + "\" dx=\"6\" y=\"14\">")
                    .text(name(phase.phase()))
                    .markup("</text>");
        }
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case PREFLIGHT -> "Check";
            case PLAN -> "Plan";
            case BUILD -> "Build";
            case PUSH -> "Push";
            case SCAN -> "Scan";
            case UPDATE -> "Update";
            case MIGRATION -> "Migration";
            case ROLLOUT -> "Rollout";
            case DRAIN -> "Drain";
            case ROLLBACK -> "Rollback";
            case TASK -> "Task";
        };
    }

    private void level(FinishLevel level, Duration took) {
        begin(level.name(), "after " + Amount.of(took));
        html.markup(
                "<svg class=\"bar thin\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\"/><rect class=\"level\" x=\""
                        + axis.place(story.begun()) + "\" width=\""
                        + axis.width(story.begun(), story.begun().plus(took)) + "\"/>");
        end("</svg>");
    }

    private void counts() {
        List<Count> ours = story.counts().stream()
                .filter(each -> story.deployment()
                        .filter(each.deployment().id()::equals)
                        .isPresent())
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Count last = ours.get(ours.size() - 1);
        begin(
                "New tasks running",
                last.deployment().running() + " of " + last.deployment().desired() + " at last");
        html.markup("<svg class=\"bar count\" aria-hidden=\"true\">"
                + "<rect class=\"track\" width=\"100%\" height=\"100%\"/>");
        columns(ours);
        end("</svg>");
    }

    /** Draws how many ran as columns whose height is the share of the most there were to be. */
    private void columns(List<Count> counts) {
        int most = counts.stream()
                .mapToInt(each ->
                        Math.max(each.deployment().desired(), each.deployment().running()))
                .max()
                .orElse(1);
        Instant until = story.to();
        for (int index = counts.size() - 1; index >= 0; index--) {
            int running = counts.get(index).deployment().running();
            boolean goesOn = index > 0 && counts.get(index - 1).deployment().running() == running;
            if (!goesOn) {
                column(running / (double) Math.max(1, most), counts.get(index).at(), until);
                until = counts.get(index).at();
            }
        }
    }

    private void column(double height, Instant from, Instant until) {
        html.markup(String.format(
                Locale.ROOT,
                "<rect class=\"running\" x=\"%s\" width=\"%s\" y=\"%.1f%%\" height=\"%.1f%%\"/>",
                axis.place(from),
                axis.width(from, until),
                100 - 100 * height,
                100 * height));
    }

    private void begin(String name, String quiet) {
        html.markup("<li class=\"row\"><p class=\"name\">").element("b", name);
        if (!quiet.isEmpty()) {
            html.text(" ").element("span", quiet);
        }
        html.markup("</p><div>");
    }

    private void end(String markup) {
        html.markup(markup + "</div></li>\n");
    }

    static String cssClass(String state) {
        return state.toLowerCase(Locale.ROOT);
    }

    /** Draws a piece of a bar; what took no time gets a mark. */
    static String piece(TimeAxis axis, Step step) {
        String width = step.stayed().isZero() ? "5" : axis.width(step.at(), step.until());
        String back = step.stayed().isZero() && axis.share(Duration.between(axis.from(), step.at())) > 0.98
                ? " transform=\"translate(-5)\""
                : "";
        return "<rect class=\"" + cssClass(step.state()) + "\" x=\"" + axis.place(step.at()) + "\" width=\"" + width
                + "\"" + back + "/>";
    }
}
