package org.ecsdelivery.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.sandbox.teamcity.BuildResult;

/** The last screen: what came of the build, read from its parameters, problems and artifacts alone. */
final class DemoSummary {
    private DemoSummary() {}

    static void print(BuildResult result, Path checkout, PrintStream out) {
        out.println();
        out.println("---- summary " + "-".repeat(67));
        line(out, "build", result.succeeded() ? "SUCCESS" : "FAILURE");
        EnvFileLines.of(result, checkout).forEach(text -> line(out, "env file", text));
        CoverageLines.of(result).forEach((name, value) -> line(out, name, value));
        parameter(out, "image", result, BuildParameter.IMAGE_URI);
        parameter(out, "deployment", result, BuildParameter.DEPLOY_DEPLOYMENT);
        parameter(out, "result", result, BuildParameter.DEPLOY_RESULT);
        Path report = result.artifactsDirectory().resolve("ecs-delivery/deployment.json");
        if (Files.exists(report)) {
            drainTimes(report, out);
            line(
                    out,
                    "report",
                    result.artifactsDirectory()
                            .resolve("ecs-delivery/deployment.html")
                            .toString());
        }
        result.problems().forEach(problem -> {
            out.println();
            out.println("BUILD PROBLEM: " + problem.getDescription());
        });
    }

    private static void drainTimes(Path report, PrintStream out) {
        for (JsonNode task : read(report).path("oldTasks")) {
            StringBuilder ladder = new StringBuilder();
            for (JsonNode step : task.path("rungs")) {
                String rung = step.path("rung").asText().toLowerCase(Locale.ROOT);
                boolean last = rung.equals("stopped");
                ladder.append(ladder.isEmpty() ? "" : " > ").append(rung);
                ladder.append(
                        last
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        " %.1f s",
                                        step.path("seconds").asDouble()));
            }
            line(out, "old task", task.path("task").asText() + "  " + ladder);
        }
    }

    private static JsonNode read(Path report) {
        try {
            return new ObjectMapper().readTree(Files.readString(report));
        } catch (IOException cause) {
            throw new UncheckedIOException("The report " + report + " cannot be read", cause);
        }
    }

    private static void parameter(PrintStream out, String name, BuildResult result, String parameter) {
        line(out, name, result.parameters().getOrDefault(parameter, "-"));
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("%-12s %s%n", name, value);
    }
}
