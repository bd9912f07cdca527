package org.ecsdelivery.agent.tools;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The image that an agent runs in, when it is ours: its environment names the file that says so. */
final class AgentImage {
    private static final String FILE = "ECS_DELIVERY_AGENT_IMAGE";
    private static final long LARGEST_FILE = 65_536;
    private static final Pattern VERSION = Pattern.compile("\\d[0-9A-Za-z.+-]{0,63}");

    private AgentImage() {}

    /** Finds the version of the image. */
    static Optional<String> version(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE, "");
        return file.isEmpty() ? Optional.empty() : read(file).filter(VERSION.asMatchPredicate());
    }

    private static Optional<String> read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_FILE) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return Optional.ofNullable(properties.getProperty("agentImage.version"));
        } catch (IOException | IllegalArgumentException unreadable) {
            // whatever the file is, it is not the one of our image (a path that is none is an IllegalArgumentException
            // too)
            return Optional.empty();
        }
    }
}
