package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.LogLine;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** Tells the lines of a build log that a page has not yet; it asks again while the build runs. */
final class LogPage implements Page {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.require(Permission.VIEW_PROJECT);
        RunningBuild build = exchange.build();
        // asked first: what is written in between comes with the next answer, never never
        boolean over = build.isOver();
        List<LogLine> lines = build.log();
        int from = Math.min(lines.size(), from(exchange));
        exchange.json(Map.of(
                "over",
                over,
                "next",
                lines.size(),
                "build",
                Map.of(
                        "status",
                        BuildView.of(build).get("status"),
                        "text",
                        BuildView.of(build).get("statusText")),
                "lines",
                lines.subList(from, lines.size()).stream().map(LogPage::line).toList()));
    }

    private static int from(Exchange exchange) {
        String from = exchange.parameter("from");
        return from.matches("\\d{1,9}") ? Integer.parseInt(from) : 0;
    }

    private static Map<String, Object> line(LogLine line) {
        String severity =
                line.status().isFailed() ? "error" : line.status().toString().toLowerCase(Locale.ROOT);
        return Map.of(
                "time", TIME.format(line.time()),
                "depth", line.depth(),
                "kind", line.kind().name(),
                "severity", severity,
                "text", line.text());
    }
}
