package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jetbrains.buildServer.serverSide.RunType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ViewPagesTest {
    private static final RunType IMAGE = ServerHalf.imageStep();
    private static final RunType DEPLOY = ServerHalf.deployStep();
    private static final RunType TASK = ServerHalf.taskStep();
    private static final RunType DOCTOR = ServerHalf.doctorStep();
    private static final RunType SETUP = ServerHalf.setupStep();
    private static final RunType COVERAGE = ServerHalf.coverageStep();
    private static PageServer server;

    @BeforeAll
    static void startTheJspEngine() {
        server = new PageServer();
    }

    @AfterAll
    static void stopTheJspEngine() throws Exception {
        server.close();
    }

    static Stream<RunType> stepsWithSecrets() {
        return Stream.of(IMAGE, DEPLOY, TASK, DOCTOR);
    }

    static Stream<RunType> steps() {
        return Stream.of(IMAGE, DEPLOY, TASK, COVERAGE, DOCTOR, SETUP);
    }

    @Test
    void showsWhatTheDeployStepDoes() {
        Map<String, String> stored =
                ServerHalf.defaultsAnd(DEPLOY, "deploy.cluster", "prod", "deploy.service", "web", "aws.region", "");
        assertThat(view(DEPLOY, stored).select("div.parameter").eachText())
                .containsExactly(
                        "Cluster: prod",
                        "Service: web",
                        "Container: not specified",
                        "Image: %ecs-delivery.image.uri%",
                        "Order of several services: ORDERED",
                        "Services at once: 10",
                        "When one of several services fails: STOP",
                        "Time limit of the migration, minutes: 30",
                        "Finish when: DRAINED",
                        "Time limit, minutes: 30",
                        "When stopped or out of time: LEAVE",
                        "At a pause hook: WAIT",
                        "Check the pipeline: OFF",
                        "Log lines of a failed task: 15",
                        "Force a new deployment: OFF",
                        "Dry run: OFF",
                        "Environment variables: not specified",
                        "Env file as: SECRETS",
                        "Remove all other variables: OFF",
                        "Circuit breaker: KEEP",
                        "When an alarm goes off: KEEP",
                        "Tags of tasks: KEEP",
                        "Region: not specified",
                        "AWS connection: not specified",
                        "Session duration, minutes: 60");
    }

    @Test
    void showsSwitchesAsOnOrOffAndNamesTheDefaultThatCounts() {
        assertThat(view(IMAGE, Map.of("image.pull", "true", "image.noCache", "false"))
                        .text())
                .contains("Pull newer base images: ON")
                .contains("Build without cache: OFF")
                .contains("Build context: .")
                .contains("Repository: not specified");
    }

    @Test
    void showsSeveralLinesApartFromEachOther() {
        Document page = view(IMAGE, Map.of("image.buildArgs", "A=1\nB=2"));
        assertThat(page.selectFirst("pre.popup").wholeText()).isEqualTo("A=1\nB=2");
    }

    @ParameterizedTest
    @MethodSource("stepsWithSecrets")
    void neverShowsASecretButThatThereIsOne(RunType step) {
        Map<String, String> stored = ServerHalf.defaultsAnd(
                step, "secure:aws.secretAccessKey", "wJalrXUtnFEMI", "secure:aws.sessionToken", "FwoGZXIvYXdz");
        Document page = view(step, stored);
        assertThat(page.outerHtml()).doesNotContain("wJalrXUtnFEMI").doesNotContain("FwoGZXIvYXdz");
        assertThat(page.text()).contains("Secret access key: ******").contains("Session token: ******");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void leavesOutAdvancedParametersThatNobodySet(RunType step) {
        assertThat(view(step, Map.of()).text())
                .doesNotContain("Secret access key")
                .doesNotContain("Endpoint override");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void hostileValuesStayValues(RunType step) {
        String hostile = "\"'><script>alert(1)</script>";
        Document page = view(
                step,
                Map.of(
                        "image.repository",
                        hostile,
                        "deploy.cluster",
                        hostile,
                        "aws.region",
                        hostile,
                        "coverage.patchBase",
                        hostile));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains(hostile);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void thePageIsWellFormed(RunType step) throws Exception {
        String html =
                "<div>" + server.render(step.getViewRunnerParamsJspFilePath(), Map.of("aws.region", "<&>")) + "</div>";
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html)))
                        .getElementsByTagName("div")
                        .getLength())
                .isPositive();
    }

    private static Document view(RunType step, Map<String, String> stored) {
        return Jsoup.parse(server.render(step.getViewRunnerParamsJspFilePath(), stored));
    }
}
