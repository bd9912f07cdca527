package org.ecsdelivery.engine.coverage.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class UnifiedDiffTest {
    private static ChangedLines parse(String diff) {
        return parse(diff.getBytes(StandardCharsets.UTF_8));
    }

    private static ChangedLines parse(byte[] diff) {
        try {
            return UnifiedDiff.parse("changes.diff", new ByteArrayInputStream(diff));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final ChangedLines changed = parse(Reading.fixture(UnifiedDiffTest.class, "git.diff"));

    @Test
    void findsTheLinesAddedAndChangedAsTheyAreNumberedAfterwards() {
        assertThat(changed.lines("src/cart.ts")).containsExactly(4, 5, 22);
    }

    @Test
    void takesALineThatLooksLikeAHeaderForAnAddedLine() {
        assertThat(changed.lines("docs/a.md")).containsExactly(1, 2);
    }

    @Test
    void findsRenamedNewAndQuotedFiles() {
        assertThat(changed.lines("src/new name.ts")).containsExactly(2);
        assertThat(changed.lines("src/größe \"x\".ts")).containsExactly(1);
    }

    @Test
    void leavesOutWhatWasDeletedAndBinaries() {
        assertThat(changed.paths())
                .containsExactly("docs/a.md", "src/cart.ts", "src/größe \"x\".ts", "src/new name.ts");
    }

    @Test
    void readsADiffWithTheLineEndsOfWindows() {
        String diff = new String(Reading.fixture(UnifiedDiffTest.class, "git.diff"), StandardCharsets.UTF_8);
        assertThat(parse(diff.replace("\n", "\r\n")).lines("src/cart.ts")).containsExactly(4, 5, 22);
    }

    @ParameterizedTest
    @CsvSource({
        "a/src/x.c, b/src/x.c, src/x.c",
        "src/x.c, src/x.c, src/x.c",
        "i/src/x.c, w/src/x.c, src/x.c",
        "/dev/null, b/src/x.c, src/x.c",
        "b/x.c, b/x.c, b/x.c",
        "src/x.c, b/x.c, b/x.c"
    })
    void takesOffTheSidesThatGitNames(String before, String after, String path) {
        assertThat(parse("--- " + before + "\n+++ " + after + "\t2026-01-01 10:00:00\n@@ -0,0 +1 @@\n+x\n")
                        .paths())
                .containsExactly(path);
    }

    @Test
    void takesEmptyLinesOfAHunkForUnchanged() {
        assertThat(parse("--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n\n+b\n").lines("x"))
                .containsExactly(3);
    }

    @Test
    void knowsNoChangesWhereThereAreNone() {
        assertThat(parse("").paths()).isEmpty();
        assertThat(parse("\n").size()).isZero();
    }

    @Test
    void readsLinesOfAnyLength() {
        assertThat(parse("--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+" + "y".repeat(2_000_000) + "\n+z\n")
                        .lines("x"))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff --cc src/a.c\nindex 1,2..3\n--- a/src/a.c\n+++ b/src/a.c\n@@@ -1,1 -1,1 +1,2 @@@\n  x\n++y\n",
                "--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n"
            })
    void refusesTheDiffOfAMergeWithTwoBases(String diff) {
        assertThatThrownBy(() -> parse(diff))
                .isInstanceOf(UnreadableDiff.class)
                .hasMessageContaining("combined diff of a merge")
                .hasMessageContaining("git diff --merge-base");
    }

    @Test
    void refusesWhatIsNoDiffOrEndsEarly() {
        assertThatThrownBy(() -> parse("hello\n")).hasMessageContaining("it is no unified diff");
        assertThatThrownBy(() -> parse("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n"))
                .hasMessageContaining("it ends in the middle of a hunk");
        assertThatThrownBy(() -> parse("--- a/x\n+++ b/x\n@@ -x +1 @@\n"))
                .hasMessageContaining("at line 3: the header of a hunk makes no sense");
        assertThatThrownBy(() -> parse("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\ndiff --git\n"))
                .hasMessageContaining("a hunk has fewer lines");
    }
}
