package org.ecsdelivery.dsl.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.check.Checks;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.check.Severity;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of scripts, form by form. */
class ScriptTableTest {
    private static final List<String> FILES = List.of("docker.txt", "deploy.txt", "aws.txt", "shell.txt");

    static Stream<ScriptTable> scripts() throws IOException {
        Stream<ScriptTable> all = Stream.empty();
        for (String file : FILES) {
            all = Stream.concat(all, ScriptTable.in(file).stream());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void becomesWhatTheTableSays(ScriptTable form) {
        Proposal proposal = Proposal.of(ScriptTable.settings(form.script()));

        assertThat(ScriptTable.outcome(proposal)).isEqualTo(form.outcome());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isRightByEveryCheck(ScriptTable form) {
        SettingsTree before = ScriptTable.settings(form.script());
        SettingsTree after = Proposal.of(before).tree();

        assertThat(errors(after)).isEqualTo(errors(before));
    }

    private static List<String> errors(SettingsTree tree) {
        return Checks.of(tree, Set.of()).stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Problem::fact)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasNothingLeftToProposeOnceItIsTaken(ScriptTable form) {
        SettingsTree once = Proposal.of(ScriptTable.settings(form.script())).tree();

        assertThat(Proposal.of(once).changed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void neverRepeatsAKey(ScriptTable form) {
        Proposal proposal = Proposal.of(ScriptTable.settings(form.script()));

        assertThat(proposal.remarks() + proposal.patch(""))
                .doesNotContain("AKIAABCDEFGHIJKLMNOP")
                .doesNotContain("abcdefghijklmnopqrstuvwxyzabcdefghijklmn");
    }

    @Test
    void knowsMoreThanAHundredForms() throws IOException {
        assertThat(scripts().map(ScriptTable::title).distinct()).hasSizeGreaterThan(100);
    }
}
