package org.ecsdelivery.dsl.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.model.Entry;
import org.junit.jupiter.api.Test;

/** Whatever stands in a script: nothing is thrown, and no command gets lost or changes its place. */
class RandomScriptsTest {
    private static final Pattern MARKER = Pattern.compile("(keep|service|image|task)-\\d+");
    private static final List<String> COMMANDS = List.of(
            "./keep-# now",
            "ecs deploy c service-# -i web {ecr}/other:1",
            "ecs deploy c service-# -i web {ecr}/other:1 --task x",
            "aws ecs run-task --cluster c --task-definition task-#",
            "docker build -t {ecr}/image-#:1 .",
            "docker build -t {ecr}/image-#:1 --platform linux .",
            "docker push {ecr}/image-#:1",
            "docker build -t {ecr}/image-#:1 . && docker push {ecr}/image-#:1",
            "docker run {ecr}/keep-#",
            "npm run keep-# | tee log",
            "X=$(./keep-#)",
            "Y=1",
            "echo \"$X\"",
            "cd app",
            "$(aws ecr get-login --no-include-email)",
            "set -e",
            "# a comment");
    private static final List<String> SEPARATORS = List.of("\n", "\n", "\n", " && ", "; ", "\n\n", " \\\n && ");
    private static final String NOISE = "abc \n\t\"'`$(){}[]<>|&;#%*?\\=-~!^\u00e4\ud83d\ude00";

    private static final int RUNS = 600;

    @Test
    void losesNoCommandAndKeepsTheirOrder() {
        int changed = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            String script = commands(new Random(seed));
            Proposal proposal = Proposal.of(ScriptTable.settings(script));

            assertThat(markers(text(proposal))).as("seed %s: %s", seed, script).isEqualTo(markers(script));
            changed += proposal.changed().isEmpty() ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(RUNS / 10);
    }

    @Test
    void throwsNothingWhateverIsWritten() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String script = noisy(commands(random), random);

            assertThatCode(() -> Proposal.of(ScriptTable.settings(script)).patch(""))
                    .as("seed %s: %s", seed, script)
                    .doesNotThrowAnyException();
        }
    }

    private static String commands(Random random) {
        StringBuilder script = new StringBuilder();
        int number = random.nextInt(100);
        for (int count = 1 + random.nextInt(7); count > 0; count--) {
            number += random.nextInt(2);
            script.append(any(COMMANDS, random).replace("#", Integer.toString(number)));
            script.append(count == 1 ? "" : any(SEPARATORS, random));
        }
        return script.toString();
    }

    private static String any(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String noisy(String script, Random random) {
        StringBuilder text = new StringBuilder(script);
        for (int count = random.nextInt(6); count >= 0; count--) {
            int at = random.nextInt(NOISE.length() - 2);
            text.insert(random.nextInt(text.length() + 1), NOISE.charAt(at));
        }
        return text.toString();
    }

    private static Set<String> markers(String text) {
        return MARKER.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the commands as they would be run, one step after the other. */
    private static String text(Proposal proposal) {
        List<String> all = new ArrayList<>();
        for (Entry step :
                proposal.tree().configuration("Shop_Build").orElseThrow().entries("build-runners")) {
            all.addAll(step.parameters().values());
        }
        return String.join("\n", all);
    }
}
