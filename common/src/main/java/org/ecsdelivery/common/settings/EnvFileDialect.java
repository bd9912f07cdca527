package org.ecsdelivery.common.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who will read an env file: no two of them read every line the same way. */
public enum EnvFileDialect {
    /** {@code docker run --env-file}. */
    DOCKER("docker"),
    /** {@code environmentFiles} of an ECS task definition. */
    ECS("ecs"),
    /** {@code env_file} and {@code .env} of Docker Compose 2. */
    COMPOSE("compose"),
    /** The npm package dotenv, 16 and later. */
    DOTENV("dotenv"),
    /** {@code node --env-file}. */
    NODE("node"),
    /** {@code source} of bash and {@code .} of every POSIX shell. */
    BASH("bash"),
    /** {@code EnvironmentFile=} of systemd. */
    SYSTEMD("systemd"),
    /** The Python package python-dotenv. */
    PYTHON_DOTENV("python-dotenv"),
    /** The Java library dotenv-java. */
    DOTENV_JAVA("dotenv-java"),
    /** {@code java.util.Properties}. */
    PROPERTIES("properties"),
    /** One JSON object. */
    JSON("json");

    private final String word;

    EnvFileDialect(String word) {
        this.word = word;
    }

    /** Returns the name by which users choose it. */
    public String word() {
        return word;
    }

    /** Returns the names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(EnvFileDialect::word).toList();
    }

    /**
     * Finds a dialect by its name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static EnvFileDialect of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is none of " + words().stream().collect(Collectors.joining(", "))));
    }
}
