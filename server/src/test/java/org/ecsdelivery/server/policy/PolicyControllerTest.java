package org.ecsdelivery.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyControllerTest {
    private final PolicyScene scene = new PolicyScene();
    private final SProject shop = scene.shop();
    private final Map<String, String> sent = new HashMap<>(Map.of("tc-csrf-token", "t0ken", "projectId", "Shop"));
    private final AuthorityHolder user = mock(AuthorityHolder.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final Map<String, Object> session = new HashMap<>(Map.of("tc-csrf-token", "t0ken"));

    @BeforeEach
    void somebodyMayEditTheShop() {
        HttpSession kept = mock(HttpSession.class);
        when(kept.getAttribute(anyString())).thenAnswer(call -> session.get(call.<String>getArgument(0)));
        doAnswer(call -> session.put(call.getArgument(0), call.getArgument(1)))
                .when(kept)
                .setAttribute(anyString(), any());
        when(request.getSession()).thenReturn(kept);
        when(request.getSession(false)).thenReturn(kept);
        when(request.getMethod()).thenReturn("POST");
        when(request.getContextPath()).thenReturn("/tc");
        when(request.getParameter(anyString())).thenAnswer(call -> sent.get(call.<String>getArgument(0)));
        when(user.isPermissionGrantedForProject("project2", Permission.EDIT_PROJECT))
                .thenReturn(true);
    }

    @Test
    void addsAPolicyAndGoesBackToThePage() throws Exception {
        sent.putAll(Map.of("policy.environments", " prod* ", "policy.oneAtATime", "QUEUE", "policy.branches", ""));

        handle();

        verify(shop)
                .addFeature(
                        PolicyParameters.TYPE, Map.of("policy.environments", "prod*", "policy.oneAtATime", "QUEUE"));
        verify(shop).persist();
        verify(response).sendRedirect("/tc/admin/editProject.html?projectId=Shop&tab=ecsDeliveryPolicies");
    }

    @Test
    void keepsLinesAsTheSettingsWriteThem() throws Exception {
        sent.put("policy.environments", "prod\r\nlive\r\n");

        handle();

        verify(shop).addFeature(PolicyParameters.TYPE, Map.of("policy.environments", "prod\nlive"));
    }

    @Test
    void changesAPolicyOfTheProjectItself() throws Exception {
        scene.inShop("policy.environments", "prod");
        sent.putAll(Map.of("feature", "PROJECT_EXT_5", "policy.environments", "live"));

        handle();

        verify(shop).updateFeature("PROJECT_EXT_5", PolicyParameters.TYPE, Map.of("policy.environments", "live"));
        verify(shop, never()).addFeature(anyString(), any());
    }

    @Test
    void removesAPolicyOfTheProjectItself() throws Exception {
        scene.inShop("policy.environments", "prod");
        sent.putAll(Map.of("feature", "PROJECT_EXT_5", "action", "remove"));

        handle();

        verify(shop).removeFeature("PROJECT_EXT_5");
        verify(shop).persist();
    }

    @Test
    void removesNothingThatIsNoPolicyOfTheProject() throws Exception {
        scene.atRoot("policy.environments", "prod");
        sent.putAll(Map.of("feature", "PROJECT_EXT_1", "action", "remove"));

        handle();

        verify(shop, never()).removeFeature(anyString());
    }

    @Test
    void keepsWhatItRefusesForThePage() throws Exception {
        sent.put("policy.environments", "%anything%");

        handle();

        verify(shop, never()).addFeature(anyString(), any());
        verify(shop, never()).persist();
        assertThat(session.get("ecs-delivery.policyDraft.Shop")).isInstanceOfSatisfying(PolicyDraft.class, draft -> {
            assertThat(draft.values()).containsEntry("policy.environments", "%anything%");
            assertThat(draft.problems()).hasSize(1);
        });
    }

    @Test
    void refusesWhoeverMayNotEditTheProjectWithoutSayingWhetherItIsThere() {
        when(user.isPermissionGrantedForProject("project2", Permission.EDIT_PROJECT))
                .thenReturn(false);
        refused();
        sent.put("projectId", "NoSuch");
        refused();
    }

    @Test
    void refusesAProjectWhoseSettingsAreReadOnly() {
        when(shop.isReadOnly()).thenReturn(true);
        refused();
    }

    @Test
    void refusesARequestThatAnotherSiteMadeTheBrowserSend() {
        sent.put("tc-csrf-token", "guessed");
        refused();
        sent.remove("tc-csrf-token");
        refused();
        session.clear();
        refused();
        when(request.getSession(false)).thenReturn(null);
        refused();
    }

    @Test
    void answersNothingButPosts() throws Exception {
        when(request.getMethod()).thenReturn("GET");

        handle();

        verify(response).sendError(eq(405));
        verify(shop, never()).persist();
    }

    @Test
    void answersAtItsAddress() {
        WebControllerManager web = mock(WebControllerManager.class);
        PolicyController controller = controller(web);

        controller.register();

        verify(web).registerController("/admin/ecsDeliveryPolicies.html", controller);
    }

    private void refused() {
        sent.put("policy.environments", "prod");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(this::handle);
        verify(shop, never()).addFeature(anyString(), any());
        verify(shop, never()).persist();
    }

    private void handle() throws Exception {
        controller(mock(WebControllerManager.class)).handleRequestInternal(request, response);
    }

    private PolicyController controller(WebControllerManager web) {
        ProjectManager projects = mock(ProjectManager.class);
        when(projects.findProjectByExternalId("Shop")).thenReturn(shop);
        SecurityContext security = mock(SecurityContext.class);
        when(security.getAuthorityHolder()).thenReturn(user);
        return new PolicyController(mock(SBuildServer.class), web, projects, security);
    }
}
