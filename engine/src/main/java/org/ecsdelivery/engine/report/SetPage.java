package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.Locale;
import org.ecsdelivery.engine.set.ServiceOutcome;

/** Lays what came of several services out as one HTML page, with a way to the page of each. */
final class SetPage {
    private final SetSummary summary;
    private final Verdict verdict;
    private final Html html = new Html();

    private SetPage(SetSummary summary, Verdict verdict) {
        this.summary = summary;
        this.verdict = verdict;
    }

    static String of(SetSummary summary, Verdict verdict) {
        SetPage page = new SetPage(summary, verdict);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = "Deployment of " + summary.outcomes().size() + " services in cluster "
                + summary.set().first().cluster();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title + ": " + words(verdict))
                .markup("\n<style>\n" + DeploymentPage.styles() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .markup("\n<section class=\"verdict " + (verdict.isSuccess() ? "good" : "bad")
                        + "\" aria-label=\"Result\">")
                .element("p class=\"word\"", words(verdict));
        verdict.text().lines().forEach(line -> html.element("p", line));
        html.markup("</section>\n<h2>Services</h2>\n<div class=\"scroll\"><table class=\"set\">\n<thead><tr>");
        SetSummary.HEAD.forEach(head -> html.element("th scope=\"col\"", head));
        html.markup("</tr></thead>\n<tbody>\n");
        summary.outcomes().forEach(this::row);
        html.markup("</tbody></table></div>\n</main>\n</body>\n</html>\n");
    }

    private void row(ServiceOutcome outcome) {
        List<String> cells = SetSummary.row(outcome);
        // a service name has nothing that an address would have to escape
        html.markup("<tr class=\"" + (outcome.isFailure() ? "error" : "normal") + "\"><td><a href=\"" + cells.get(0)
                        + "/deployment.html\">")
                .text(cells.get(0))
                .markup("</a></td>")
                .element(cell(1), words(ServiceVerdict.of(outcome)));
        for (int column = 2; column < cells.size(); column++) {
            html.element(cell(column), cells.get(column));
        }
        html.markup("</tr>\n");
    }

    /** On a phone each cell stands on a line of its own, with the head of its column before it. */
    private static String cell(int column) {
        return "td data-head=\"" + SetSummary.HEAD.get(column) + "\"";
    }

    private static String words(Verdict verdict) {
        return verdict.word().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
