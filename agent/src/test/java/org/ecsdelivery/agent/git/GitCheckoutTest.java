package org.ecsdelivery.agent.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCheckoutTest {
    @TempDir
    Path checkout;

    @TempDir
    Path scratch;

    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void aBranchThatLeftMain() throws Exception {
        git("init", "-q", "-b", "main");
        commit("old.js", "one\ntwo\nthree\n");
        git("checkout", "-q", "-b", "feature");
        commit("old.js", "one\n2\nthree\n");
        git("checkout", "-q", "main");
        commit("elsewhere.js", "merged by somebody else\n");
        git("checkout", "-q", "feature");
    }

    @Test
    void tellsWhatTheBranchChangedAndNothingElse() throws Exception {
        assertThat(differences("main"))
                .contains("+++ b/old.js", "@@ -2 +2 @@", "+2")
                .doesNotContain("elsewhere.js");
    }

    @Test
    void tellsWhatIsNotCommittedYetBecauseAPersonalBuildBringsItSo() throws Exception {
        Files.writeString(checkout.resolve("old.js"), "one\n2\nthree\nfour\n");

        assertThat(differences("main")).contains("+four");
    }

    @Test
    void saysThatTheRevisionIsNotKnownAndWhatToDo() {
        assertThatThrownBy(() -> differences("origin/gone"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("origin/gone")
                .hasMessageContaining("coverage.patchBase");
    }

    @Test
    void saysThatThereIsNoGit() {
        assertThatThrownBy(() -> new GitCheckout("no-such-git", checkout, scratch, Map.of(), cancellation)
                        .differencesSince("main"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Is git installed on the agent?");
    }

    @Test
    void takesNoRevisionForAnOption() {
        Path target = scratch.resolve("written");

        assertThatThrownBy(() -> differences("--output=" + target)).isInstanceOf(EngineException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void runsNoProgramThatTheConfigurationNames() throws Exception {
        Path program = scratch.resolve("program");
        Files.writeString(program, "#!/bin/sh\ntouch " + scratch.resolve("ran") + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        git("config", "diff.external", program.toString());
        git("config", "core.fsmonitor", program.toString());

        differences("main");

        assertThat(scratch.resolve("ran")).doesNotExist();
    }

    @Test
    void endsWithTheBuild() {
        cancellation.cancel("the build was stopped");

        assertThatThrownBy(() -> differences("main")).isInstanceOf(Cancelled.class);
    }

    private String differences(String base) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GIT_DIR", "/nowhere");
        return Files.readString(new GitCheckout(checkout, scratch, environment, cancellation).differencesSince(base));
    }

    private void commit(String file, String text) throws Exception {
        Files.writeString(checkout.resolve(file), text);
        git("add", file);
        git("-c", "user.name=Dev", "-c", "user.email=dev@example.org", "commit", "-q", "-m", "change");
    }

    private void git(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes())).isNotNull();
        assertThat(process.waitFor()).as(command.toString()).isZero();
    }
}
