package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildKitNeedTest {
    private static Optional<BuildKitNeed> need(String... lines) {
        return BuildKitNeed.in(String.join("\n", lines), Set.of());
    }

    private static String compelling(String... lines) {
        return need(lines).filter(BuildKitNeed::compelling).orElseThrow().what();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "RUN --mount=type=cache;target=/root/.m2 mvn package, RUN --mount (line 2)",
                "run --network=none make, RUN --network (line 2)",
                "COPY --link a /, COPY --link (line 2)",
                "COPY --chmod=755 a /, COPY --chmod (line 2)",
                "COPY --from=build --chmod=755 a /, COPY --chmod (line 2)",
                "ADD --checksum=sha256:abc https://example.com/a /, ADD --checksum (line 2)",
                "ADD --chown=1:1 --link a /, ADD --link (line 2)",
                "COPY --parents a/b /, COPY --parents (line 2)",
                "RUN <<EOF, RUN << (line 2)",
                "RUN python3 <<'EOF', RUN << (line 2)",
                "COPY <<-\"END\" /file, COPY << (line 2)",
                "FROM --platform=$BUILDPLATFORM scratch, FROM $BUILDPLATFORM (line 2)",
                "FROM --platform=${TARGETPLATFORM} scratch, FROM $TARGETPLATFORM (line 2)"
            })
    void cannotDoWithout(String line, String named) {
        assertThat(compelling("FROM scratch", line)).isEqualTo(named);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "COPY --chown=1:1 a /",
                "COPY --from=build a /",
                "RUN echo --mounted",
                "RUN npm ci --network=none",
                "RUN echo --mount=x",
                "# RUN --mount=type=cache make",
                "RUN echo $((1<<2))",
                "RUN [\"sh\", \"-c\", \" <<EOF\"]",
                "LABEL run='--mount'",
                "HEALTHCHECK --interval=5s CMD true",
                "ONBUILD RUN --mount=type=cache make",
                "ARG TARGETARCH=amd64",
                "ARG TARGETS"
            })
    void canDoWithout(String line) {
        assertThat(need("FROM scratch", line)).isEmpty();
    }

    @Test
    void readsInstructionsOverSeveralLines() {
        assertThat(compelling("FROM scratch", "RUN \\", "  # why", "", "  --mount=type=cache \\", "  make"))
                .isEqualTo("RUN --mount (line 2)");
        assertThat(compelling("# escape=`", "FROM scratch", "RUN `", "--mount=type=cache make"))
                .isEqualTo("RUN --mount (line 3)");
        assertThat(need("FROM scratch", "RUN echo \\", "--mount=type=cache make"))
                .isEmpty();
    }

    @Test
    void takesTheSyntaxLineForAWishBecauseOthersReadItAsAComment() {
        assertThat(need("# syntax=docker/dockerfile:1", "FROM scratch"))
                .contains(new BuildKitNeed("# syntax=docker/dockerfile:1 (line 1)", false));
        assertThat(need("\uFEFF#syntax = x/y ", "FROM scratch"))
                .contains(new BuildKitNeed("# syntax=x/y (line 1)", false));
    }

    @Test
    void readsNoSyntaxBelowTheFirstOtherLine() {
        assertThat(need("# a comment", "# syntax=docker/dockerfile:1", "FROM scratch"))
                .isEmpty();
        assertThat(need("FROM scratch", "# syntax=docker/dockerfile:1")).isEmpty();
    }

    @Test
    void prefersWhatIsCompelling() {
        assertThat(compelling("# syntax=docker/dockerfile:1", "FROM scratch", "RUN --mount=type=ssh x"))
                .isEqualTo("RUN --mount (line 3)");
    }

    @Test
    void wantsThePlatformOnlyWhenNobodyGivesIt() {
        assertThat(need("FROM scratch", "ARG TARGETARCH")).contains(new BuildKitNeed("ARG TARGETARCH (line 2)", false));
        assertThat(BuildKitNeed.in("FROM scratch\nARG TARGETARCH", Set.of("TARGETARCH")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "#", "\\", "RUN", "RUN --", "FROM", "COPY \\", "<<EOF", "RUN --mount"})
    void readsAnythingWithoutThrowing(String text) {
        assertThat(need(text)).isNotNull();
    }
}
