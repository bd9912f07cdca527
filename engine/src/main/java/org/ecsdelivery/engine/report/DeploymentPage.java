package org.ecsdelivery.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.report.DeploymentStory.Moment;

/** Lays a story out as one HTML page, which TeamCity may show under a content security policy that allows inline styles only. */
final class DeploymentPage {
    /** More lines are folded. */
    private static final int MANY = 60;

    private static final String STYLE_SHEET = "deployment.css";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DeploymentStory story;
    private final Html html = new Html();

    private DeploymentPage(DeploymentStory story) {
        this.story = story;
    }

    static String of(DeploymentStory story) {
        DeploymentPage page = new DeploymentPage(story);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = "Deployment of " + story.settings().service();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title + ": " + result())
                .markup("\n<style>\n" + styles() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .markup("\n")
                .element("p class=\"lead\"", lead())
                .markup("\n");
        verdict();
        causes();
        failures();
        DeploymentChart.write(story, html);
        facts();
        plan();
        timeline();
        messages();
        html.markup("</main>\n</body>\n</html>\n");
    }

    private String lead() {
        return story.revision()
                        .map(revision -> RevisionState.shortId(revision.to()) + " to cluster ")
                        .orElse("Cluster ")
                + story.settings().cluster() + ", " + DAY_AND_TIME.format(story.from()) + ", "
                + Amount.of(Duration.between(story.from(), story.to()));
    }

    private void verdict() {
        String mood = story.verdict().isSuccess() ? "good" : "bad";
        html.markup("<section class=\"verdict " + mood + "\" aria-label=\"Result\">")
                .element("p class=\"word\"", result())
                .element("p", story.verdict().text())
                .markup("</section>\n");
    }

    private void facts() {
        html.markup("<h2>Facts</h2>\n<dl>\n");
        fact(
                "Service",
                story.settings().service() + " in cluster " + story.settings().cluster());
        story.revision().ifPresent(revision -> {
            fact("Revision before", RevisionState.shortId(revision.from()));
            fact("Revision", RevisionState.shortId(revision.to()));
            fact("Container", revision.container());
            fact("Image before", revision.before());
            fact("Image", revision.image().toString());
        });
        story.deployment().ifPresent(id -> fact("Deployment", id));
        fact("Finish level", story.settings().finishLevel().name());
        fact("Began", DAY_AND_TIME.format(story.from()));
        fact("Took", Amount.of(Duration.between(story.from(), story.to())));
        if (!story.requests().isEmpty()) {
            fact("Requests to AWS", Long.toString(story.calls()));
        }
        html.markup("</dl>\n");
    }

    private void fact(String name, String value) {
        html.markup("<div>").element("dt", name).element("dd", value).markup("</div>\n");
    }

    private void plan() {
        if (story.plan().isEmpty()) {
            return;
        }
        html.markup("<h2>Plan</h2>\n<ul>\n");
        PlanSentences.of(story.plan().get())
                .forEach(each -> html.element("li", each).markup("\n"));
        html.markup("</ul>\n");
    }

    private void causes() {
        if (story.causes().isEmpty()) {
            return;
        }
        html.markup("<h2>Likely causes</h2>\n<ul>\n");
        story.causes()
                .forEach(each -> html.markup("<li>")
                        .element("b", each.cause())
                        .text(" " + each.remedy())
                        .markup("</li>\n"));
        html.markup("</ul>\n");
    }

    private void failures() {
        if (story.failures().isEmpty()) {
            return;
        }
        html.markup("<h2>Failed tasks</h2>\n");
        story.failures().forEach(this::failure);
    }

    private void failure(TaskFailed failed) {
        html.markup("<article>")
                .markup("<h3>")
                .element("code", failed.task().id())
                .text(failed.task().stopCode().map(code -> " " + code).orElse(""))
                .markup("</h3>")
                .element("p", failed.task().stoppedReason().orElse("ECS gives no reason."))
                .markup("<ul>");
        failed.task()
                .containers()
                .forEach(each -> html.element("li", "Container " + each.name() + ": " + FailedTaskSentences.end(each)));
        html.markup("</ul>");
        if (!failed.logLines().isEmpty()) {
            html.element("p class=\"caption\"", "Last log lines")
                    .element("pre tabindex=\"0\"", String.join("\n", failed.logLines()));
        }
        html.markup("</article>\n");
    }

    private void timeline() {
        html.markup("<h2>What happened</h2>\n");
        boolean many = story.timeline().size() > MANY;
        if (many) {
            html.markup("<details>")
                    .element("summary", "All " + story.timeline().size() + " lines")
                    .markup("\n");
        }
        html.markup("<div class=\"scroll\"><table>\n")
                .markup(
                        "<thead><tr><th scope=\"col\">After</th><th scope=\"col\">What happened</th></tr></thead>\n<tbody>\n");
        story.timeline().forEach(this::moment);
        html.markup("</tbody></table></div>" + (many ? "</details>" : "") + "\n");
    }

    private void moment(Moment moment) {
        Duration after = Duration.between(story.from(), moment.at());
        html.markup("<tr class=\"" + moment.level().name().toLowerCase(Locale.ROOT) + "\">")
                .element("td", Amount.of(after))
                .element("td", moment.text())
                .markup("</tr>\n");
    }

    private void messages() {
        if (story.messages().isEmpty()) {
            return;
        }
        html.markup("<h2>What ECS wrote</h2>\n<div class=\"scroll\"><table>\n")
                .markup("<thead><tr><th scope=\"col\">UTC</th><th scope=\"col\">Event</th></tr></thead>\n<tbody>\n");
        story.messages()
                .forEach(each -> html.markup("<tr>")
                        .element("td", time(each.at()))
                        .element("td", each.message())
                        .markup("</tr>\n"));
        html.markup("</tbody></table></div>\n");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private String result() {
        return story.verdict().word().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String styles() {
        try (InputStream sheet = DeploymentPage.class.getResourceAsStream(STYLE_SHEET)) {
            if (sheet == null) {
                throw new IllegalStateException("The style sheet " + STYLE_SHEET + " is not in the jar");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException("The style sheet " + STYLE_SHEET + " cannot be read", cause);
        }
    }
}
