package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.settings.ChainBuild;
import org.ecsdelivery.sandbox.teamcity.settings.ChainResult;

/** The last screen: what came of the builds, read from their parameters, problems and artifacts alone. */
final class DemoSummary {
    private static final String REPORT = "deployment.json";

    private final PrintStream out;

    private DemoSummary(PrintStream out) {
        this.out = out;
    }

    static void print(ChainResult chain, Path checkout, PrintStream out) {
        out.println();
        out.println("---- summary " + "-".repeat(67));
        DemoSummary summary = new DemoSummary(out);
        chain.builds().forEach(each -> summary.print(each, checkout));
        chain.results().stream().flatMap(each -> each.problems().stream()).forEach(problem -> {
            out.println();
            out.println("BUILD PROBLEM: " + problem.getDescription());
        });
    }

    private void print(ChainBuild build, Path checkout) {
        line(build.configuration().id(), (build.state().name().replace('_', ' ') + " " + build.reason()).strip());
        build.result().ifPresent(result -> print(result, checkout));
    }

    private void print(BuildResult result, Path checkout) {
        EnvFileLines.of(result, checkout).forEach(text -> line("  env file", text));
        CoverageLines.of(result).forEach((name, value) -> line("  " + name, value));
        parameter("  stack", result, BuildParameter.SETUP_RESULT);
        parameter("  image", result, BuildParameter.IMAGE_URI);
        parameter("  result", result, BuildParameter.DEPLOY_RESULT);
        Path reports = result.artifactsDirectory().resolve("ecs-delivery");
        if (Files.exists(reports.resolve(REPORT))) {
            services(reports)
                    .forEach(report -> OldTaskLines.of(report)
                            .forEach((name, ladder) -> line("  old task", name + "  " + ladder)));
            line("  report", reports.resolve("deployment.html").toString());
        }
    }

    /** With several services each has a report of its own. */
    private static List<Path> services(Path reports) {
        try (Stream<Path> directories = Files.list(reports)) {
            List<Path> own = directories
                    .map(each -> each.resolve(REPORT))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            return own.isEmpty() ? List.of(reports.resolve(REPORT)) : own;
        } catch (IOException cause) {
            throw new UncheckedIOException("The reports in " + reports + " cannot be listed", cause);
        }
    }

    private void parameter(String name, BuildResult result, String parameter) {
        String value = result.parameters().getOrDefault(parameter, "");
        if (!value.isEmpty()) {
            line(name, value);
        }
    }

    private void line(String name, String value) {
        out.printf("%-18s %s%n", name, value);
    }
}
