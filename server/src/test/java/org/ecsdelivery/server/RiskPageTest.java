package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusItem;
import jetbrains.buildServer.serverSide.healthStatus.ItemCategory;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an item of the health report looks. */
class RiskPageTest {
    private static PageServer server;

    @BeforeAll
    static void startTheJspEngine() {
        server = new PageServer();
    }

    @AfterAll
    static void stopTheJspEngine() throws Exception {
        server.close();
    }

    @Test
    void saysWhereWhatWhyAndWhatToDo() {
        assertThat(page("Shop", "Step Deploy", Map.of("stepId", "RUNNER_1")).text())
                .isEqualTo("Shop: Step Deploy deploys shop:latest (Image). It moves. Pin it.");
    }

    @Test
    void leadsToTheSettingsOfTheStep() {
        assertThat(page("Shop", "Step Deploy", Map.of("stepId", "RUNNER_1"))
                        .select("a")
                        .attr("href"))
                .isEqualTo("/admin/editRunType.html?id=buildType:Shop_Deploy&runnerId=RUNNER_1");
    }

    @Test
    void leadsToTheConfigurationWhereThereIsNoStep() {
        assertThat(page("Shop", "Build feature", Map.of()).select("a").attr("href"))
                .isEqualTo("/admin/editBuild.html?id=buildType:Shop_Deploy");
    }

    @Test
    void showsMarkupAsText() {
        Document page = page("<b>Shop</b>", "<i>Step</i>", Map.of("stepId", "\"><script>x</script>"));

        assertThat(page.select("b, i, script")).isEmpty();
        assertThat(page.text()).contains("<b>Shop</b>", "<i>Step</i>");
    }

    private static Document page(String name, String place, Map<String, String> more) {
        SBuildType buildType = mock(SBuildType.class);
        when(buildType.getName()).thenReturn(name);
        when(buildType.getExternalId()).thenReturn("Shop_Deploy");
        Map<String, Object> shown = new HashMap<>(Map.of(
                "buildType",
                buildType,
                "place",
                place,
                "what",
                "deploys shop:latest",
                "field",
                "Image",
                "why",
                "It moves."));
        shown.put("remedy", "Pin it.");
        shown.putAll(more);
        HealthStatusItem item = new HealthStatusItem("id", new ItemCategory("c", "Category", ItemSeverity.WARN), shown);
        return Jsoup.parse(server.renderModel(ServerHalf.RESOURCES + "risk.jsp", Map.of("healthStatusItem", item)));
    }
}
