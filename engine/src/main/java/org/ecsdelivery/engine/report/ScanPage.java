package org.ecsdelivery.engine.report;

import java.util.stream.Collectors;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.JudgedFinding;
import org.ecsdelivery.engine.scan.ScanResult;
import org.ecsdelivery.engine.scan.ScannedImage;

/** Lays what came of a scan out as one HTML page. */
final class ScanPage {
    private static final String[] HEAD = {"Severity", "Finding", "Package", "Fixed in", "Ruling"};

    private final ScanSummary summary;
    private final ScanResult result;
    private final Html html = new Html();

    private ScanPage(ScanSummary summary) {
        this.summary = summary;
        this.result = summary.result();
    }

    static String of(ScanSummary summary) {
        ScanPage page = new ScanPage(summary);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = "Scan of " + result.image().repository();
        String word = result.passes() ? "passed" : "failed";
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title + ": " + word)
                .markup("\n<style>\n" + DeploymentPage.styles() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .markup("\n")
                .element(
                        "p class=\"lead\"",
                        result.targets().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .markup("\n<section class=\"verdict " + (result.passes() ? "good" : "bad")
                        + "\" aria-label=\"Result\">")
                .element("p class=\"word\"", word)
                .element("p", summary.counts() + ".");
        summary.refusal().ifPresent(refusal -> html.element("p", String.valueOf(refusal.getMessage())));
        html.markup("</section>\n");
        result.images().forEach(this::image);
        result.notScanned()
                .forEach(each -> html.element("h2", each.name())
                        .markup("\n")
                        .element("p", "Not scanned: it is no private repository of ECR.")
                        .markup("\n"));
        html.markup("</main>\n</body>\n</html>\n");
    }

    private void image(ScannedImage image) {
        html.element("h2", image.label()).markup("\n");
        if (!image.isScanned()) {
            html.element("p", image.last().status() + " " + image.last().reported())
                    .markup("\n");
            return;
        }
        if (image.findings().isEmpty()) {
            html.element("p", "No findings.").markup("\n");
            return;
        }
        html.markup("<div class=\"scroll\"><table class=\"set\">\n<thead><tr>");
        for (String head : HEAD) {
            html.element("th scope=\"col\"", head);
        }
        html.markup("</tr></thead>\n<tbody>\n");
        image.findings().forEach(this::row);
        html.markup("</tbody></table></div>\n");
    }

    private void row(JudgedFinding judged) {
        Finding finding = judged.finding();
        html.markup("<tr class=\"" + (judged.counts() ? "error" : "normal") + "\">")
                .element("td", finding.severity().name());
        html.markup(cell(1));
        name(finding);
        html.markup("</td>")
                .markup(cell(2))
                .text(finding.component().toString())
                .markup("</td>")
                .markup(cell(3))
                .text(fix(finding))
                .markup("</td>")
                .markup(cell(4))
                .text((ScanSummary.word(judged.ruling()) + " " + judged.because()).strip())
                .markup("</td></tr>\n");
    }

    /** Only addresses of the web become links: what a scan reports is text of others. */
    private void name(Finding finding) {
        if (finding.address().startsWith("https://")) {
            html.markup("<a href=\"" + Html.escaped(finding.address()) + "\">")
                    .text(finding.name())
                    .markup("</a>");
        } else {
            html.text(finding.name());
        }
    }

    private static String fix(Finding finding) {
        if (!finding.fix().version().isEmpty()) {
            return finding.fix().version();
        }
        return finding.fix()
                .available()
                .map(there -> there ? "there is a fix" : "-")
                .orElse("not told");
    }

    /** On a phone each cell stands on a line of its own, with the head of its column before it. */
    private static String cell(int column) {
        return "<td data-head=\"" + HEAD[column] + "\">";
    }
}
