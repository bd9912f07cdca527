package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.built.CacheNote;
import org.junit.jupiter.api.Test;

class BuildKitOutputTest {
    private final List<String> told = new ArrayList<>();
    private final BuildKitOutput output = new BuildKitOutput(
            new BuildCache(
                    List.of(), Optional.of(CacheTo.INLINE.named(ImageReference.parse("127.0.0.1:5579/shop:cache")))),
            told::add);

    private void says(String text) {
        text.lines().forEach(output);
    }

    @Test
    void leavesOutEmptyLinesAndDigestsOfSteps() {
        says("#1 [1/1] COPY a /  \n#1 sha256:" + "a".repeat(64) + "\n#1 DONE 0.1s\n\n");
        assertThat(told).containsExactly("#1 [1/1] COPY a /", "#1 DONE 0.1s");
    }

    /** As Docker 20.10.24 prints it. */
    @Test
    void findsTheFailureInTheWordsOfAClientThatIsBuiltIn() {
        says("""
                #4 [1/2] COPY a.txt /
                #4 CACHED

                #5 [2/2] COPY nix /
                #5 ERROR: "/nix" not found: not found
                ------
                 > [2/2] COPY nix /:
                ------
                failed to compute cache key: "/nix" not found: not found
                """);
        assertThat(output.failedStep()).contains("[2/2] COPY nix /");
        assertThat(output.error(1)).isEqualTo("failed to compute cache key: \"/nix\" not found: not found");
    }

    /** As buildx 0.11 and later print it. */
    @Test
    void findsTheFailureInTheWordsOfThePlugin() {
        says("""
                #5 [build 2/2] RUN false
                #5 0.181 something
                #5 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1
                ------
                 > [build 2/2] RUN false:
                0.181 something
                ------
                Dockerfile:3
                --------------------
                   1 |     FROM base AS build
                   3 | >>> RUN false
                --------------------
                ERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1

                View build details: docker-desktop://dashboard/build/default/default/x
                """);
        assertThat(output.failedStep()).contains("[build 2/2] RUN false");
        assertThat(output.error(1))
                .isEqualTo("failed to solve: process \"/bin/sh -c false\" did not complete successfully: exit code: 1");
    }

    @Test
    void saysAtLeastWithWhichCodeASilentCommandEnded() {
        assertThat(output.failedStep()).isEmpty();
        assertThat(output.error(137)).isEqualTo("the docker command ended with exit code 137 and said nothing");
    }

    /** As Docker 26.1 with buildx 0.13 prints it. */
    @Test
    void tellsWhichCachesAreMissingOrClosedAndTakesNoneForTheFailure() {
        says("""
                #3 importing cache manifest from 127.0.0.1:5577/shop:cache
                #3 ERROR: failed to configure registry cache importer: 127.0.0.1:5577/shop:cache: not found

                #4 importing cache manifest from 127.0.0.1:5578/shop:cache
                #4 ERROR: failed to configure registry cache importer: unexpected status from HEAD request: 403 Forbidden

                #6 [2/2] COPY nix /
                #6 ERROR: "/nix" not found: not found

                #9 exporting cache to registry
                #9 writing layer sha256:e55cc627 done
                #9 ERROR: error writing layer blob: dial tcp 127.0.0.1:5579: connect: connection refused
                """);
        assertThat(output.failedStep()).contains("[2/2] COPY nix /");
        assertThat(output.caches())
                .containsExactly(
                        new CacheNote(
                                CacheNote.Kind.MISSING,
                                "127.0.0.1:5577/shop:cache",
                                "failed to configure registry cache importer: 127.0.0.1:5577/shop:cache: not found"),
                        new CacheNote(
                                CacheNote.Kind.UNREAD,
                                "127.0.0.1:5578/shop:cache",
                                "failed to configure registry cache importer: unexpected status from HEAD request: 403"
                                        + " Forbidden"),
                        new CacheNote(
                                CacheNote.Kind.UNWRITTEN,
                                "127.0.0.1:5579/shop:cache",
                                "error writing layer blob: dial tcp 127.0.0.1:5579: connect: connection refused"));
    }
}
