package org.ecsdelivery.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The old tasks of a deployment on the last screen: how long each took for every rung of the drain ladder. */
final class OldTaskLines {
    private OldTaskLines() {}

    /** Returns ladders by task. */
    static Map<String, String> of(Path report) {
        Map<String, String> lines = new LinkedHashMap<>();
        read(report)
                .path("oldTasks")
                .forEach(task -> lines.put(task.path("task").asText(), ladder(task)));
        return lines;
    }

    private static String ladder(JsonNode task) {
        StringBuilder ladder = new StringBuilder();
        for (JsonNode step : task.path("rungs")) {
            String rung = step.path("rung").asText().toLowerCase(Locale.ROOT);
            ladder.append(ladder.isEmpty() ? "" : " > ").append(rung);
            if (!rung.equals("stopped")) {
                ladder.append(String.format(
                        Locale.ROOT, " %.1f s", step.path("seconds").asDouble()));
            }
        }
        return ladder.toString();
    }

    private static JsonNode read(Path report) {
        try {
            return new ObjectMapper().readTree(Files.readString(report));
        } catch (IOException cause) {
            throw new UncheckedIOException("The report " + report + " cannot be read", cause);
        }
    }
}
