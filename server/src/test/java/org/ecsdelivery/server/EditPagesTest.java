package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jetbrains.buildServer.serverSide.RunType;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class EditPagesTest {
    private static final RunType IMAGE = ServerHalf.imageStep();
    private static final RunType DEPLOY = ServerHalf.deployStep();
    private static final RunType TASK = ServerHalf.taskStep();
    private static final RunType COVERAGE = ServerHalf.coverageStep();
    private static final Map<RunType, Document> NEW_STEPS = new HashMap<>();
    private static PageServer server;

    @BeforeAll
    static void startTheJspEngine() {
        server = new PageServer();
    }

    @AfterAll
    static void stopTheJspEngine() throws Exception {
        server.close();
    }

    static Stream<Arguments> everyField() {
        return steps().flatMap(step -> tableOf(step).stream().map(parameter -> Arguments.of(step, parameter)));
    }

    static Stream<RunType> steps() {
        return Stream.of(IMAGE, DEPLOY, TASK, COVERAGE);
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void everyParameterHasOneFieldOfItsKind(RunType step, Parameter parameter) {
        Elements fields = fieldsOf(newStep(step), parameter);
        assertThat(fields).hasSize(1);
        assertThat(kindOf(fields.get(0))).isEqualTo(expectedKindOf(parameter));
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void everyFieldHasItsLabelItsHelpAndAPlaceForItsError(RunType step, Parameter parameter) {
        Document page = newStep(step);
        Element row = rowOf(page, parameter);
        Element label = row.selectFirst("th label");
        assertThat(label.attr("for")).isEqualTo(parameter.name());
        assertThat(label.text()).isEqualTo(parameter.label() + ":" + (parameter.required() ? " *" : ""));
        assertThat(row.select("td .smallNote").text()).isEqualTo(parameter.help());
        assertThat(page.getElementById("error_" + parameter.name()).className()).isEqualTo("error");
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void exactlyTheAdvancedParametersHideBehindAdvancedOptions(RunType step, Parameter parameter) {
        assertThat(rowOf(newStep(step), parameter).hasClass("advancedSetting")).isEqualTo(parameter.advanced());
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void aNewStepShowsTheDefaultsOfTheTable(RunType step, Parameter parameter) {
        assertThat(shownIn(fieldsOf(newStep(step), parameter).get(0))).isEqualTo(parameter.defaultValue());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyRowStandsInAGroupWithATitle(RunType step) {
        Document page = newStep(step);
        assertThat(page.select("tbody > tr.groupingTitle").eachText())
                .isNotEmpty()
                .allMatch(title -> !title.isBlank());
        assertThat(page.select("tr:not(tbody > tr)")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void thePageIsWellFormed(RunType step) throws Exception {
        String html =
                "<table>" + server.render(step.getEditRunnerParamsJspFilePath(), hostileValues(step)) + "</table>";
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html)))
                        .getElementsByTagName("tr")
                        .getLength())
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void hostileValuesStayValues(RunType step) {
        Document page = edit(step, hostileValues(step));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("[onerror]")).isEmpty();
        assertThat(page.select("input[type=text][id*=.], textarea").stream()
                        .filter(field -> !field.id().equals("teamcity.build.workingDir"))
                        .map(EditPagesTest::shownIn))
                .allMatch(HOSTILE::equals);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStoredSecretIsNotSentToTheBrowser(RunType step) {
        Map<String, String> stored = ServerHalf.defaultsAnd(
                step, "secure:aws.secretAccessKey", "wJalrXUtnFEMI", "secure:aws.sessionToken", "FwoGZXIvYXdz");
        assertThat(server.render(step.getEditRunnerParamsJspFilePath(), stored))
                .doesNotContain("wJalrXUtnFEMI")
                .doesNotContain("FwoGZXIvYXdz");
    }

    @Test
    void aBoxWhoseDefaultIsOnCanBeSwitchedOffAndStaysOff() {
        Element ticked = rowOf(newStep(IMAGE), ImageParameters.STANDARD_LABELS).selectFirst("input");
        assertThat(ticked.hasAttr("checked")).isTrue();
        assertThat(ticked.attr("data-unchecked")).isEqualTo("false");
        Document off = edit(IMAGE, ServerHalf.defaultsAnd(IMAGE, "image.standardLabels", "false"));
        assertThat(rowOf(off, ImageParameters.STANDARD_LABELS)
                        .selectFirst("input")
                        .hasAttr("checked"))
                .isFalse();
    }

    @Test
    void aStepThatStoresNothingShowsWhatCountsForIt() {
        Document page = edit(DEPLOY, Map.of());
        assertThat(shownIn(fieldsOf(page, DeployParameters.FINISH_LEVEL).get(0)))
                .isEqualTo("DRAINED");
        Element labels =
                rowOf(edit(IMAGE, Map.of()), ImageParameters.STANDARD_LABELS).selectFirst("input");
        assertThat(labels.hasAttr("checked")).isTrue();
    }

    @Test
    void aReferenceInAChoiceOrABoxSurvivesTheNextSave() {
        Document deploy = edit(DEPLOY, Map.of("deploy.finishLevel", "%level%"));
        assertThat(shownIn(fieldsOf(deploy, DeployParameters.FINISH_LEVEL).get(0)))
                .isEqualTo("%level%");
        Document image = edit(IMAGE, Map.of("image.pull", "%always.pull%"));
        assertThat(rowOf(image, ImageParameters.PULL)
                        .selectFirst("input[type=text]")
                        .val())
                .isEqualTo("%always.pull%");
    }

    @Test
    void theImageStepOffersTheWorkingDirectoryThatItsPathsStartFrom() {
        assertThat(newStep(IMAGE).getElementById("teamcity.build.workingDir")).isNotNull();
        assertThat(newStep(DEPLOY).getElementById("teamcity.build.workingDir")).isNull();
    }

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";

    private static Map<String, String> hostileValues(RunType step) {
        return tableOf(step).stream().collect(Collectors.toMap(Parameter::name, parameter -> HOSTILE));
    }

    private static List<Parameter> tableOf(RunType step) {
        return ((StepRunType) step).parameters();
    }

    private static Document newStep(RunType step) {
        return NEW_STEPS.computeIfAbsent(step, each -> edit(each, each.getDefaultRunnerProperties()));
    }

    private static Document edit(RunType step, Map<String, String> stored) {
        return Jsoup.parse("<table>" + server.render(step.getEditRunnerParamsJspFilePath(), stored) + "</table>");
    }

    private static Elements fieldsOf(Document page, Parameter parameter) {
        String name = parameter.kind() == Parameter.Kind.SECRET ? "encrypted:" + parameter.name() : parameter.name();
        return page.getElementsByAttributeValue("name", "prop:" + name);
    }

    private static Element rowOf(Document page, Parameter parameter) {
        return fieldsOf(page, parameter).get(0).closest("tr");
    }

    private static String kindOf(Element field) {
        return field.normalName().equals("input") ? field.attr("type") : field.normalName();
    }

    private static String expectedKindOf(Parameter parameter) {
        return switch (parameter.kind()) {
            case TEXT, NUMBER -> "text";
            case LINES -> "textarea";
            case FLAG -> "checkbox";
            case CHOICE -> "select";
            case SECRET -> "password";
        };
    }

    private static String shownIn(Element field) {
        return switch (kindOf(field)) {
            case "checkbox" -> Boolean.toString(field.hasAttr("checked"));
            case "select" -> field.select("option[selected]").val();
            case "textarea" -> field.wholeText();
            default -> field.val();
        };
    }
}
