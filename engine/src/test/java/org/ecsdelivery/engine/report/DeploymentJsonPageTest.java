package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever reads deployment.json with a script has the page only. */
class DeploymentJsonPageTest {
    private static final Path PAGE = Path.of("..", "docs", "deployment-json.md");
    private static final Pattern MEMBER = Pattern.compile("`([a-z][A-Za-z.\\[\\]*]*)`");

    @Test
    void documentsEveryMemberThatIsWrittenAndNoOther() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Function<Scenes, DeployResult> scene : List.<Function<Scenes, DeployResult>>of(
                Scenes::happy,
                Scenes::stopped,
                Scenes::rolledBack,
                Scenes::rolledBackByAnAlarm,
                Scenes::superseded,
                Scenes::timedOut,
                Scenes::canary,
                Scenes::canaryThatGoesBack,
                scenes -> {
                    scenes.waitsForSomebody("POST_SCALE_UP");
                    return scenes.canary();
                },
                Scenes::dryRun)) {
            written.addAll(paths(new ReportedRun(scene).json()));
        }

        assertThat(documented())
                .as("members that %s documents (actual) and those that are written (expected)", PAGE)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static Set<String> documented() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `")) {
                MEMBER.matcher(line.split("\\|")[1]).results().forEach(found -> all.add(found.group(1)));
            }
        }
        return all;
    }

    /** Returns where in the text there are values; the members of a map from actions to counts are one. */
    private static Set<String> paths(String json) throws IOException {
        Set<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String here = open.isEmpty() ? "" : open.peek();
                if (token.isStructStart()) {
                    open.push(inside(here, parser.currentName(), token));
                } else if (token.isStructEnd()) {
                    open.pop();
                } else if (token.isScalarValue()) {
                    all.add(dotted(here, parser.currentName()));
                }
            }
        }
        return all;
    }

    private static String inside(String here, @Nullable String name, JsonToken token) {
        String path = dotted(here, name);
        return token == JsonToken.START_ARRAY ? path + "[]" : path;
    }

    /** The values of an array have no name. */
    private static String dotted(String here, @Nullable String name) {
        if (name == null) {
            return here;
        }
        String last = name.contains(":") ? "*" : name;
        return here.isEmpty() ? last : here + "." + last;
    }
}
