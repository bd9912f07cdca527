package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ecsdelivery.engine.report.Ladder.Step;

/** Draws tasks as bars through their states: each by itself, and many first of all together. */
final class TaskBars {
    /** More are told together first, and each by itself when the reader asks. */
    private static final int FEW = 12;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TimeAxis axis;
    private final Html html;

    TaskBars(TimeAxis axis, Html html) {
        this.axis = axis;
        this.html = html;
    }

    void write(String title, List<Ladder> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        html.element("h3", title + " (" + tasks.size() + ")").markup("\n");
        if (tasks.size() <= FEW) {
            each(tasks);
            return;
        }
        together(tasks);
        html.markup("<details>")
                .element("summary", "Each of the " + tasks.size() + " tasks")
                .markup("\n");
        each(tasks);
        html.markup("</details>\n");
    }

    private void each(List<Ladder> tasks) {
        html.markup("<ul class=\"rows\">\n");
        tasks.forEach(this::task);
        html.markup("</ul>\n");
    }

    private void task(Ladder task) {
        html.markup("<li class=\"row\"><p class=\"name\">").element("code", Amount.shortTask(task.task()));
        if (!task.targets().isEmpty()) {
            html.text(" ").element("span", task.targets());
        }
        html.markup("</p><div><svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\"/>");
        task.steps().stream().filter(TaskBars::isTold).forEach(step -> html.markup(DeploymentChart.piece(axis, step)));
        html.markup("</svg><ol class=\"states\">");
        task.steps().stream().filter(TaskBars::isTold).forEach(this::state);
        html.markup("</ol></div></li>\n");
    }

    /** A state that passed between two looks says nothing. */
    private static boolean isTold(Step step) {
        return isGone(step) || !step.stayed().isZero();
    }

    private static boolean isGone(Step step) {
        return step.state().equals("STOPPED") || step.state().equals("FAILED");
    }

    private void state(Step step) {
        boolean gone = isGone(step);
        swatch(step.state());
        html.element("b", gone ? "at " + TIME.format(step.at()) : Amount.of(step.stayed()))
                .markup("</li>");
    }

    private void swatch(String state) {
        String name = DeploymentChart.cssClass(state);
        html.markup("<li><svg class=\"swatch\" aria-hidden=\"true\"><rect class=\"" + name
                        + "\" width=\"100%\"/></svg>")
                .text(name + " ");
    }

    /** For each state the time from the first task that came to it to the last that left it. */
    private void together(List<Ladder> tasks) {
        Map<String, Span> spans = new LinkedHashMap<>();
        tasks.stream()
                .flatMap(task -> task.steps().stream())
                .filter(TaskBars::isTold)
                .forEach(step -> spans.merge(step.state(), Span.of(step), Span::and));
        html.markup("<ul class=\"rows\">\n");
        List<Map.Entry<String, Span>> inOrder = new ArrayList<>(spans.entrySet());
        inOrder.sort(Comparator.comparing(each -> each.getValue().from()));
        inOrder.forEach(each -> span(each.getKey(), each.getValue()));
        html.markup("</ul>\n");
    }

    private void span(String state, Span span) {
        html.markup("<li class=\"row\"><p class=\"name\">")
                .element("b", DeploymentChart.cssClass(state))
                .text(" ")
                .element("span", Amount.of(span.tasks(), "task"))
                .markup("</p><div><svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\"/>")
                .markup(DeploymentChart.piece(
                        axis, new Step(state, span.from(), Duration.between(span.from(), span.until()))))
                .markup("</svg><ol class=\"states\"><li>first ")
                .element("b", "at " + TIME.format(span.from()))
                .markup("</li><li>last ");
        html.element(
                "b",
                span.longest().isZero() ? "at " + TIME.format(span.until()) : "until " + TIME.format(span.until()));
        if (!span.longest().isZero()) {
            html.markup("</li><li>at most ")
                    .element("b", Amount.of(span.longest()))
                    .text(" each");
        }
        html.markup("</li></ol></div></li>\n");
    }

    /** What several tasks have in common at one state. */
    private record Span(int tasks, Instant from, Instant until, Duration longest) {
        static Span of(Step step) {
            return new Span(1, step.at(), step.until(), step.stayed());
        }

        Span and(Span other) {
            return new Span(
                    tasks + other.tasks,
                    from.isBefore(other.from) ? from : other.from,
                    until.isAfter(other.until) ? until : other.until,
                    longest.compareTo(other.longest) > 0 ? longest : other.longest);
        }
    }
}
