package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTraitsTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
    }

    @Test
    void tagsRevisionsWithTheBuildThatMadeThem() {
        build.configuration.put("teamcity.serverUrl", "https://teamcity.example.com/");

        assertThat(traits().revisionTags())
                .containsEntry("ecs-delivery:build-id", "4711")
                .containsEntry("ecs-delivery:build-url", "https://teamcity.example.com/build/4711")
                .containsEntry("ecs-delivery:build-type", "Shop_Deliver");
    }

    @Test
    void replacesWhatTagsMustNotHoldAndCutsThem() {
        build.configuration.put("teamcity.serverUrl", "https://teamcity.example.com/?a=b&" + "c".repeat(300));

        assertThat(traits().revisionTags().get("ecs-delivery:build-url"))
                .startsWith("https://teamcity.example.com/_a=b_c")
                .hasSize(256);
    }

    @Test
    void tellsAnImageWhereItComesFromWithoutCredentials() {
        build.configuration.put("vcsroot.url", "https://bot:s3cret@git.example.com/shop.git");

        var facts = traits().facts(Instant.EPOCH);

        assertThat(facts.source()).contains("https://git.example.com/shop.git");
        assertThat(facts.revision()).contains("0a1b2c3");
        assertThat(facts.version()).contains("1.4.2");
    }

    private BuildTraits traits() {
        return new BuildTraits(build.build, build.context);
    }
}
