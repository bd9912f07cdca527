package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildStreamTest {
    private final List<String> lines = new ArrayList<>();

    private BuildStream play(String documents) {
        return Recorded.play(documents, BuildResponseItem.class, new BuildStream(lines::add));
    }

    @Test
    void joinsPiecesToLinesAndLeavesEmptyOnesOut() {
        play(Recorded.text("build.jsonl"));
        assertThat(lines)
                .startsWith("Step 1/4 : FROM scratch AS base", " --->", "Step 2/4 : ARG VERSION")
                .endsWith(" ---> f65bb39dedb9", "Successfully built f65bb39dedb9")
                .hasSize(13);
    }

    @Test
    void knowsTheImageInFull() {
        assertThat(play(Recorded.text("build.jsonl")).imageId())
                .contains("sha256:f65bb39dedb93f50cc48132599cb9abc39e535d7ec86fa6d8db278aa48ca8cc3");
    }

    @Test
    void knowsWhichStepFailedAndWhy() {
        BuildStream stream = play(Recorded.text("build-missing-file.jsonl"));
        assertThat(stream.step()).contains("Step 2/2 : COPY missing /");
        assertThat(stream.error())
                .contains("COPY failed: file not found in build context or excluded by .dockerignore: stat missing:"
                        + " file does not exist");
        assertThat(stream.imageId()).isEmpty();
    }

    @Test
    void knowsWhichCommandFailed() {
        BuildStream stream = play(Recorded.text("build-failed-command.jsonl"));
        assertThat(stream.step()).contains("Step 3/3 : RUN [\"/nothing\"]");
        assertThat(stream.error()).hasValueSatisfying(words -> assertThat(words).contains("exec: \"/nothing\""));
    }

    @Test
    void hearsAnErrorOfAnOlderEngine() {
        assertThat(play("{\"error\":\"no space left on device\\n\"}").error()).contains("no space left on device");
    }

    @Test
    void takesTheLastWordForTheImageOfAnOlderEngine() {
        BuildStream stream = play("""
                        {"stream":"Successfully built decade\\n"}
                        {"stream":"Successfully built f65bb39dedb9\\n"}
                        """);
        assertThat(stream.imageId()).contains("f65bb39dedb9");
    }

    @Test
    void printsALineThatTheStreamEndsIn() {
        play("{\"stream\":\"no end\"}");
        assertThat(lines).containsExactly("no end");
    }

    @Test
    void keepsLinesApartThatComeInOnePiece() {
        play("{\"stream\":\"one\\r\\ntwo\\n\\nthree\\n\"}");
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void tellsOfABaseImageWithoutTheBarsOfItsDownload() {
        play("""
                {"status":"Pulling from team/base","id":"1.0"}
                {"status":"Pulling fs layer","progressDetail":{},"id":"5f70bf18a086"}
                {"status":"Downloading","progressDetail":{"current":1024,"total":4096},"progress":"[=>  ]","id":"5f70bf18a086"}
                {"status":"Pull complete","progressDetail":{},"id":"5f70bf18a086"}
                {"status":"Status: Downloaded newer image for team/base:1.0"}
                """);
        assertThat(lines)
                .containsExactly(
                        "1.0: Pulling from team/base",
                        "5f70bf18a086: Pulling fs layer",
                        "5f70bf18a086: Pull complete",
                        "Status: Downloaded newer image for team/base:1.0");
    }
}
