package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactRuleTest {
    @TempDir
    Path checkout;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(checkout.resolve("report/deep"));
        Files.writeString(checkout.resolve("report/index.html"), "1");
        Files.writeString(checkout.resolve("report/deep/more.html"), "2");
        Files.writeString(checkout.resolve("report/deep/data.json"), "3");
    }

    @Test
    void readsSeveralRules() {
        assertThat(ArtifactRule.parse("a/b => c\nd.txt, e => f.zip"))
                .containsExactly(
                        new ArtifactRule("a/b", "c"), new ArtifactRule("d.txt", ""), new ArtifactRule("e", "f.zip"));
    }

    @Test
    void takesOneFileByItsName() throws IOException {
        assertThat(files("report/deep/data.json")).containsExactly("data.json");
    }

    @Test
    void takesAnAbsolutePath() throws IOException {
        assertThat(files(checkout.resolve("report/index.html").toString())).containsExactly("index.html");
    }

    @Test
    void takesADirectoryWithItsInnerPaths() throws IOException {
        assertThat(files("report")).containsExactlyInAnyOrder("index.html", "deep/more.html", "deep/data.json");
    }

    @Test
    void takesWildcardsFromWhereTheyBegin() throws IOException {
        assertThat(files("report/**/*.html")).containsExactlyInAnyOrder("index.html", "deep/more.html");
        assertThat(files("report/*.html")).containsExactly("index.html");
    }

    @Test
    void knowsTheFolderInsideAnArchive() {
        ArtifactRule rule = ArtifactRule.parse("x => a/b.zip!/inner").get(0);
        assertThat(rule.isArchive()).isTrue();
        assertThat(rule.archive()).isEqualTo("a/b.zip");
        assertThat(rule.folder()).isEqualTo("inner");
    }

    private List<String> files(String source) throws IOException {
        return List.copyOf(new ArtifactRule(source, "").files(checkout).keySet());
    }
}
