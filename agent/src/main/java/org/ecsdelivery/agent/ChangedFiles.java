package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.LineTable;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The files that TeamCity lists as changed since the last build, one {@code path:CHANGED:revision} per line (TeamCity documentation,
 * "Risk Tests Reordering in Custom Test Runner").
 */
final class ChangedFiles {
    private static final String PROPERTY = "teamcity.build.changedFiles.file";

    private final List<String> paths;

    private ChangedFiles(List<String> paths) {
        this.paths = paths;
    }

    static ChangedFiles of(BuildRunnerContext context) {
        String list = context.getBuildParameters().getSystemProperties().getOrDefault(PROPERTY, "");
        if (list.isEmpty()) {
            throw unknown("the build has no " + PROPERTY);
        }
        try {
            return new ChangedFiles(Files.readAllLines(Path.of(list)).stream()
                    .map(ChangedFiles::path)
                    .filter(path -> !path.isEmpty())
                    .toList());
        } catch (IOException | InvalidPathException cause) {
            throw unknown(list + " cannot be read: " + cause);
        }
    }

    /** A path may hold colons; a change and a revision do not. */
    private static String path(String line) {
        int revision = line.lastIndexOf(':');
        int change = revision < 0 ? -1 : line.lastIndexOf(':', revision - 1);
        if (change < 0) {
            return "";
        }
        String kind = line.substring(change + 1, revision);
        return kind.equals("CHANGED") || kind.equals("ADDED")
                ? line.substring(0, change).replace('\\', '/')
                : "";
    }

    /** Returns all lines of these files that hold code. */
    ChangedLines linesOf(CoverageReport report) {
        Map<String, int[]> lines = new HashMap<>();
        paths.forEach(path -> lines.put(
                path, report.file(path).map(file -> numbers(file.lines())).orElse(new int[0])));
        return ChangedLines.of(lines);
    }

    private static int[] numbers(LineTable lines) {
        return IntStream.range(0, lines.size()).map(lines::line).toArray();
    }

    private static EngineException unknown(String why) {
        return new EngineException(
                FailureKind.CHANGES_UNKNOWN,
                "TeamCity does not tell which files were changed",
                why,
                "Choose GIT or DIFF for " + CoverageParameters.PATCH.label() + " (" + CoverageParameters.PATCH.name()
                        + ").");
    }
}
