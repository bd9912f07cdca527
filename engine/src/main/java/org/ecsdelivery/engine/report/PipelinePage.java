package org.ecsdelivery.engine.report;

import java.util.List;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.doctor.Finding;
import org.ecsdelivery.engine.doctor.Severity;

/** Lays what was found in pipelines out as one HTML page, in the style of a deployment's. */
final class PipelinePage {
    private static final String STYLES = """
            article.error { border-left: 4px solid var(--bad); } article.warning { border-left: 4px solid var(--warn); }
            article.error h3 b { color: var(--bad); } article.warning h3 b { color: var(--warn); }
            article pre { margin-top: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
            """;

    private final Checkup checkup;
    private final Html html = new Html();

    private PipelinePage(Checkup checkup) {
        this.checkup = checkup;
    }

    static String of(Checkup checkup) {
        PipelinePage page = new PipelinePage(checkup);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = "Pipeline in cluster " + checkup.settings().cluster();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title + ": " + word())
                .markup("\n<style>\n" + DeploymentPage.styles() + STYLES + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .markup("\n<section class=\"verdict " + (isSound() ? "good" : "bad") + "\" aria-label=\"Result\">")
                .element("p class=\"word\"", word());
        checkup.checked().forEach(each -> html.element("p", checkup.summary(each)));
        html.markup("</section>\n");
        checkup.checked().forEach(this::service);
        html.markup("</main>\n</body>\n</html>\n");
    }

    private boolean isSound() {
        return checkup.checked().stream()
                .allMatch(each -> each.diagnosis().findings().isEmpty());
    }

    private String word() {
        return isSound() ? "nothing was found" : "not in order";
    }

    private void service(Checkup.Checked checked) {
        html.element("h2", checked.service().value()).markup("\n");
        if (checked.diagnosis().findings().isEmpty()) {
            html.element("p", "Nothing was found that makes deployments fail or lets failures go unseen.");
        }
        checked.diagnosis().findings().forEach(this::finding);
        unchecked(checked.diagnosis().unchecked());
    }

    private void finding(Finding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        html.markup("<article class=\"" + (error ? "error" : "warning") + "\">\n<h3><b>")
                .text(error ? "Error" : "Warning")
                .markup("</b> ")
                .text(finding.resource())
                .markup("</h3>\n<dl>");
        row("Rule", finding.rule());
        row("Found", finding.value());
        row("Why it matters", finding.why());
        html.markup("</dl>\n")
                .element("p class=\"caption\"", "What mends it")
                .markup("<pre>")
                .text(finding.fix())
                .markup("</pre>\n</article>\n");
    }

    private void row(String name, String value) {
        html.markup("<div>").element("dt", name).element("dd", value).markup("</div>");
    }

    private void unchecked(List<String> rules) {
        if (!rules.isEmpty()) {
            html.element("h3", "Not checked, or not wholly").markup("\n<ul>");
            rules.forEach(rule -> html.element("li", rule));
            html.markup("</ul>\n");
        }
    }
}
