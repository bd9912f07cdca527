package org.ecsdelivery.sandbox.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.engine.envfile.EnvFileRefused;
import org.ecsdelivery.engine.envfile.EnvFileText;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvProblem;
import org.ecsdelivery.engine.envfile.EnvValues;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumers that run in a Java machine read exactly what was written, with all variables in one file. */
class JavaConsumersTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dotenv_java_reads_every_value(long order) throws IOException {
        Map<String, String> values = values(order);
        Set<String> refused = refused(EnvFileDialect.DOTENV_JAVA, values);
        values.keySet().removeAll(refused);
        Files.write(directory.resolve(".env"), EnvFileText.of(EnvFileDialect.DOTENV_JAVA, variables(values)));

        Map<String, String> read =
                Dotenv.configure()
                        .directory(directory.toString())
                        .load()
                        .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                        .stream()
                        .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue));

        assertThat(read).isEqualTo(values);
        assertThat(values).hasSizeGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void properties_read_every_value_in_either_encoding(String encoding) throws IOException {
        Map<String, String> values = values(4);
        Path file = Files.write(
                directory.resolve("env.properties"), EnvFileText.of(EnvFileDialect.PROPERTIES, variables(values)));
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, Charset.forName(encoding))) {
            properties.load(reader);
        }

        assertThat(properties).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(longs = 5)
    void jackson_reads_every_value(long order) throws IOException {
        Map<String, String> values = values(order);
        byte[] file = EnvFileText.of(EnvFileDialect.JSON, variables(values));

        assertThat(new ObjectMapper()
                        .readValue(
                                new String(file, StandardCharsets.UTF_8), new TypeReference<Map<String, String>>() {}))
                .isEqualTo(values);
    }

    private static Set<String> refused(EnvFileDialect dialect, Map<String, String> values) {
        try {
            EnvFileText.of(dialect, variables(values));
            return Set.of();
        } catch (EnvFileRefused refused) {
            return refused.problems().stream().map(EnvProblem::name).collect(Collectors.toSet());
        }
    }

    private static List<EnvVariable> variables(Map<String, String> values) {
        List<EnvVariable> variables = new ArrayList<>();
        values.forEach((name, value) -> variables.add(new EnvVariable(name, value, EnvOrigin.value(), false)));
        return variables;
    }

    private static Map<String, String> values(long order) {
        Map<String, String> all = new HashMap<>(EnvValues.known());
        all.putAll(EnvValues.ofThreeCharacters());
        all.putAll(EnvValues.random(3_000, order));
        List<String> names = new ArrayList<>(all.keySet());
        Collections.sort(names);
        Collections.shuffle(names, new Random(order));
        Map<String, String> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, all.get(name)));
        return shuffled;
    }
}
