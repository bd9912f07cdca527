package org.ecsdelivery.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.server.PageServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyPageTest {
    private static final String CANARY = "</textarea>\"'><script>alert(1)</script>${1+1}<img src=x onerror=alert(2)>";
    private static PageServer server;

    private final PolicyScene scene = new PolicyScene();
    private final ProjectManager projects = mock(ProjectManager.class);
    private final AuthorityHolder user = mock(AuthorityHolder.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpSession session = mock(HttpSession.class);

    @BeforeAll
    static void startTheJspEngine() {
        server = new PageServer();
    }

    @AfterAll
    static void stopTheJspEngine() throws Exception {
        server.close();
    }

    @BeforeEach
    void somebodyOpensTheTabOfTheShop() {
        SProject shop = scene.shop();
        when(projects.findProjectByExternalId("Shop")).thenReturn(shop);
        when(request.getParameter("projectId")).thenReturn("Shop");
        when(request.getSession()).thenReturn(session);
        grant(Permission.VIEW_BUILD_CONFIGURATION_SETTINGS);
    }

    @Test
    void isThereForWhoeverMaySeeTheSettings() {
        assertThat(tab().isAvailable(request)).isTrue();
    }

    @Test
    void isNotThereForOthersNorForAProjectThatIsNone() {
        when(request.getParameter("projectId")).thenReturn("Other");
        assertThat(tab().isAvailable(request)).isFalse();

        when(request.getParameter("projectId")).thenReturn("Shop");
        when(user.isPermissionGrantedForProject("project2", Permission.VIEW_BUILD_CONFIGURATION_SETTINGS))
                .thenReturn(false);
        assertThat(tab().isAvailable(request)).isFalse();
    }

    @Test
    void showsWhichPoliciesHoldAndWhereEachComesFrom() {
        scene.atRoot("policy.environments", "live", "policy.oneAtATime", "QUEUE")
                .inShop("policy.environments", "prod\nstaging/api", "policy.branches", "main");

        Document page = page();

        assertThat(page.select("tr.inherited td").eachText())
                .startsWith("<Root project>", "PROJECT_EXT_1")
                .anyMatch(cell -> cell.contains("Protected environments: live") && cell.contains("time: QUEUE"));
        assertThat(page.select("tr.own td").eachText())
                .startsWith("Shop", "PROJECT_EXT_5")
                .anyMatch(cell -> cell.contains("Protected environments: prod, staging/api")
                        && cell.contains("Branches that may be deployed: main")
                        && cell.contains("Who may deploy: everybody who may run the build"));
    }

    @Test
    void saysWhatThePoliciesComeToAndWhichOneDecides() {
        scene.atRoot("policy.personalDeploys", "UNPROTECTED", "policy.personalImages", "NOTHING")
                .inShop("policy.environments", "prod");

        assertThat(outcome())
                .containsExactly(
                        "Personal builds deploy nothing: policy PROJECT_EXT_5 of project Shop says so.",
                        "Personal builds push no image: policy PROJECT_EXT_1 of project <Root project> says so.");
    }

    @Test
    void saysWhatHoldsWherePoliciesAllowMore() {
        scene.inShop("policy.personalDeploys", "UNPROTECTED");

        assertThat(outcome())
                .containsExactly(
                        "Personal builds deploy to services that no policy protects.",
                        "Personal builds push images with tags of their own.");
    }

    @Test
    void saysWhatHoldsWithoutAPolicy() {
        assertThat(outcome()).startsWith("Personal builds deploy nothing, as everywhere without a policy.");
    }

    @Test
    void saysThatNothingIsDeployedWhileAPolicyCannotBeRead() {
        scene.inShop("policy.personalDeploys", "UNPROTECTED").inShop("policy.oneAtATime", "SOMETIMES");

        assertThat(outcome())
                .contains("Nothing is deployed: policy PROJECT_EXT_6 of project Shop cannot be read.")
                .noneMatch(line -> line.startsWith("Personal builds deploy"));
    }

    @Test
    void showsWhatIsWrongWithAStoredPolicyAndKeepsItUntilSomebodyChangesIt() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "SOMETIMES");
        grant(Permission.EDIT_PROJECT);
        when(request.getParameter("policy")).thenReturn("PROJECT_EXT_5");

        Document page = page();

        assertThat(page.getElementById("error_policy.oneAtATime").text()).contains("SOMETIMES");
        assertThat(page.getElementById("policy.oneAtATime")
                        .select("option[selected]")
                        .eachText())
                .containsExactly("SOMETIMES");
    }

    @Test
    void offersNoChangeToWhoeverMayOnlyLook() {
        scene.inShop("policy.environments", "prod");

        assertThat(page().select("form, textarea, input")).isEmpty();
    }

    @Test
    void offersToChangeOwnPoliciesOnly() {
        scene.atRoot("policy.environments", "live").inShop("policy.environments", "prod");
        grant(Permission.EDIT_PROJECT);

        Document page = page();

        assertThat(page.select("tr.inherited form")).isEmpty();
        assertThat(page.select("tr.own form input[name=feature]").eachAttr("value"))
                .containsExactly("PROJECT_EXT_5");
        // a browser without cookies, such as this one, is given its session in the address
        assertThat(page.select("tr.own a").attr("href").replaceAll(";jsessionid=[^?]*", ""))
                .isEqualTo("/admin/editProject.html?projectId=Shop&tab=ecsDeliveryPolicies&policy=PROJECT_EXT_5");
        assertThat(page.select("#ecsDeliveryPolicyForm [name^=policy.]").eachAttr("name"))
                .containsExactlyElementsOf(PolicyParameters.ALL.stream()
                        .map(parameter -> parameter.name())
                        .toList());
        assertThat(page.select("form input[name=tc-csrf-token]").eachAttr("value"))
                .containsOnly("to<ken");
    }

    @Test
    void offersNoChangeWhereSettingsAreReadOnly() {
        grant(Permission.EDIT_PROJECT);
        when(scene.shop().isReadOnly()).thenReturn(true);

        assertThat(page().select("form")).isEmpty();
    }

    @Test
    void fillsTheFormWithThePolicyThatIsEdited() {
        scene.inShop("policy.environments", "prod\nlive", "policy.oneAtATime", "REFUSE");
        grant(Permission.EDIT_PROJECT);
        when(request.getParameter("policy")).thenReturn("PROJECT_EXT_5");

        Document page = page();

        assertThat(page.select("#ecsDeliveryPolicyForm input[name=feature]").attr("value"))
                .isEqualTo("PROJECT_EXT_5");
        assertThat(page.getElementById("policy.environments").wholeText()).isEqualTo("prod\nlive");
        assertThat(page.getElementById("policy.oneAtATime")
                        .select("option[selected]")
                        .text())
                .isEqualTo("REFUSE");
    }

    @Test
    void showsWhatWasRefusedOnceWithItsProblems() {
        grant(Permission.EDIT_PROJECT);
        Map<String, String> entered = Map.of("policy.environments", "prod/api/x");
        PolicyDraft draft = PolicyDraft.of("", entered);
        when(session.getAttribute("ecs-delivery.policyDraft.Shop")).thenReturn(draft);

        Document page = page();

        assertThat(page.getElementById("policy.environments").wholeText()).isEqualTo("prod/api/x");
        assertThat(page.getElementById("error_policy.environments").text()).contains("'prod/api/x'");
        verify(session).removeAttribute("ecs-delivery.policyDraft.Shop");
    }

    @Test
    void runsNothingThatSomebodyWroteIntoAPolicy() {
        Map<String, String> evil = new HashMap<>();
        PolicyParameters.ALL.forEach(parameter -> evil.put(parameter.name(), CANARY));
        scene.inShop(evil.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new));
        when(scene.shop().getFullName()).thenReturn(CANARY);
        when(scene.shop().getExternalId()).thenReturn(CANARY);
        grant(Permission.EDIT_PROJECT);
        PolicyDraft draft = PolicyDraft.of(CANARY, evil);
        when(session.getAttribute("ecs-delivery.policyDraft." + CANARY)).thenReturn(draft);

        Document page = page();

        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("onerror")));
        assertThat(page.getElementById("policy.branches").wholeText()).isEqualTo(CANARY);
        assertThat(page.select("tr.own").text()).contains("It cannot be read");
    }

    private List<String> outcome() {
        return page().select("#ecsDeliveryOutcome li").eachText();
    }

    private void grant(Permission permission) {
        when(user.isPermissionGrantedForProject("project2", permission)).thenReturn(true);
    }

    private PolicyTab tab() {
        SecurityContext security = mock(SecurityContext.class);
        when(security.getAuthorityHolder()).thenReturn(user);
        PluginDescriptor plugin = mock(PluginDescriptor.class);
        when(plugin.getPluginResourcesPath("policies.jsp")).thenReturn("/plugins/ecs-delivery/policies.jsp");
        return new PolicyTab(mock(PagePlaces.class), projects, security, plugin);
    }

    private Document page() {
        Map<String, Object> model = new HashMap<>();
        PolicyTab tab = tab();
        tab.fillModel(model, request);
        return Jsoup.parseBodyFragment(
                server.renderModel(tab.getIncludeUrl(), model, Map.of("tc-csrf-token", "to<ken")));
    }
}
