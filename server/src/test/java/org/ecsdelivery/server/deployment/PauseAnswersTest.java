package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buttons at a pause hook. */
class PauseAnswersTest {
    private static final String RECORD = "arn:aws:ecs:eu-central-1:123456789012:service-deployment/prod/web/abc";
    private static final Instant NOW = Instant.parse("2026-01-02T03:05:00Z");

    @TempDir
    Path directory;

    private final ServerWithBuilds world = new ServerWithBuilds();
    private final EcsThatRemembers ecs = new EcsThatRemembers();
    private final AuthorityHolder user = mock(AuthorityHolder.class);
    private final SecurityContext security = () -> user;
    private final WebControllerManager addresses = mock(WebControllerManager.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final StringWriter said = new StringWriter();
    private Journal journal;

    @BeforeEach
    void aDeploymentThatWaits() throws Exception {
        journal = new Journal(directory);
        journal.keep(1, ReportsToTell.paused("web"));
        world.running(1);
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        ecs.waitsAt(1);
        when(user.isPermissionGrantedForProject("project1", Permission.RUN_BUILD))
                .thenReturn(true);
        when(request.getMethod()).thenReturn("POST");
        when(request.getHeader(PauseAnswers.OWN_PAGE)).thenReturn("XMLHttpRequest");
        when(request.getSession()).thenReturn(mock(HttpSession.class));
        given("buildId", "1");
        given("step", "RUNNER_1");
        given("service", "web");
        given("answer", "CONTINUE");
        given("comment", "Looks\n good ##teamcity[buildStop]");
        when(response.getWriter()).thenReturn(new PrintWriter(said, true));
    }

    @Test
    void hasEcsContinue() throws Exception {
        answer();

        assertThat(ecs.requests).contains("CONTINUE " + RECORD);
        verify(response).setStatus(200);
    }

    @Test
    void hasEcsRollBack() throws Exception {
        given("answer", "ROLL_BACK");
        answer();

        assertThat(ecs.requests).contains("ROLL_BACK " + RECORD);
    }

    @Test
    void saysInTheBuildLogAndTheJournalWhoSaidWhat() throws Exception {
        answer();

        assertThat(world.log)
                .singleElement()
                .asString()
                .startsWith("At stage POST_TEST_TRAFFIC_SHIFT of service web: somebody had ECS continue: Looks good")
                .doesNotContain("##teamcity[");
        assertThat(journal.of(1).get(0).last(JournalNote.Kind.ANSWERED))
                .get()
                .asString()
                .contains("somebody had ECS continue: Looks good");
    }

    @Test
    void showsNoButtonsForWhatWasJustAnswered() throws Exception {
        assertThat(new DeploymentView(journal.of(1).get(0), true).getPaused()).isEqualTo("POST_TEST_TRAFFIC_SHIFT");
        answer();

        assertThat(new DeploymentView(journal.of(1).get(0), true).getPaused()).isEmpty();
    }

    @Test
    void refusesWhoeverMayNotRunBuilds() throws Exception {
        when(user.isPermissionGrantedForProject("project1", Permission.RUN_BUILD))
                .thenReturn(false);
        when(user.isPermissionGrantedForProject("project1", Permission.VIEW_PROJECT))
                .thenReturn(true);
        answer();

        assertThat(ecs.requests).isEmpty();
        verify(response).setStatus(403);
    }

    @Test
    void refusesALink() throws Exception {
        when(request.getMethod()).thenReturn("GET");
        answer();

        assertThat(ecs.requests).isEmpty();
        verify(response).setStatus(405);
    }

    @Test
    void refusesAFormOfAnotherSite() throws Exception {
        when(request.getHeader(PauseAnswers.OWN_PAGE)).thenReturn(null);
        answer();

        assertThat(ecs.requests).isEmpty();
        verify(response).setStatus(405);
    }

    @Test
    void refusesAnAnswerThatIsNone() throws Exception {
        given("answer", "EXPLODE");
        answer();

        assertThat(ecs.requests).isEmpty();
        verify(response).setStatus(409);
    }

    @Test
    void refusesToAnswerForADeploymentThatGoesOn() throws Exception {
        journal.keep(1, ReportsToTell.underWay("web", "LEAVE"));
        answer();

        assertThat(ecs.requests).isEmpty();
        verify(response).setStatus(409);
    }

    @Test
    void saysWhenSomebodyElseWasQuicker() throws Exception {
        ecs.waitsAt(0);
        answer();

        verify(response).setStatus(409);
        assertThat(world.log).isEmpty();
    }

    @Test
    void saysWhichPermissionIsMissing() throws Exception {
        ecs.refuses(new AccessDenied("ecs:ContinueServiceDeployment", RECORD, "not authorized", null));
        answer();

        verify(response).setStatus(502);
        assertThat(said.toString()).contains("ecs:ContinueServiceDeployment");
    }

    private void answer() throws Exception {
        new PauseAnswers(world.server, addresses, new AskedBuild(world.server, security), journal, ecs, () -> NOW)
                .handleRequestInternal(request, response);
    }

    private void given(String name, String value) {
        when(request.getParameter(name)).thenReturn(value);
    }
}
