package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
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
    private static final EditPage IMAGE = EditPage.of(ServerHalf.imageStep());
    private static final EditPage DEPLOY = EditPage.of(ServerHalf.deployStep());
    private static final EditPage TASK = EditPage.of(ServerHalf.taskStep());
    private static final EditPage DOCTOR = EditPage.of(ServerHalf.doctorStep());
    private static final EditPage SETUP = EditPage.of(ServerHalf.setupStep());
    private static final EditPage COVERAGE = EditPage.of(ServerHalf.coverageStep());
    private static final EditPage ENV_FILE = EditPage.of(ServerHalf.envFileFeature());
    private static final Map<EditPage, Document> AS_ADDED = new HashMap<>();
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
        return pages().flatMap(page -> page.table().stream().map(parameter -> Arguments.of(page, parameter)));
    }

    static Stream<EditPage> pages() {
        return Stream.of(IMAGE, DEPLOY, TASK, COVERAGE, ENV_FILE, DOCTOR, SETUP);
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void everyParameterHasOneFieldOfItsKind(EditPage shown, Parameter parameter) {
        Elements fields = fieldsOf(asAdded(shown), parameter);
        assertThat(fields).hasSize(1);
        assertThat(kindOf(fields.get(0))).isEqualTo(expectedKindOf(parameter));
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void everyFieldHasItsLabelItsHelpAndAPlaceForItsError(EditPage shown, Parameter parameter) {
        Document page = asAdded(shown);
        Element row = rowOf(page, parameter);
        Element label = row.selectFirst("th label");
        assertThat(label.attr("for")).isEqualTo(parameter.name());
        assertThat(label.text()).isEqualTo(parameter.label() + ":" + (parameter.required() ? " *" : ""));
        assertThat(row.select("td .smallNote").text()).isEqualTo(parameter.help());
        assertThat(page.getElementById("error_" + parameter.name()).className()).isEqualTo("error");
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void exactlyTheAdvancedParametersHideBehindAdvancedOptions(EditPage shown, Parameter parameter) {
        assertThat(rowOf(asAdded(shown), parameter).hasClass("advancedSetting")).isEqualTo(parameter.advanced());
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void whatIsAddedShowsTheDefaultsOfTheTable(EditPage shown, Parameter parameter) {
        assertThat(shownIn(fieldsOf(asAdded(shown), parameter).get(0))).isEqualTo(parameter.defaultValue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRowStandsInAGroupWithATitle(EditPage shown) {
        Document page = asAdded(shown);
        assertThat(page.select("tbody > tr.groupingTitle").eachText())
                .isNotEmpty()
                .allMatch(title -> !title.isBlank());
        assertThat(page.select("tr:not(tbody > tr)")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageIsWellFormed(EditPage shown) throws Exception {
        String html = "<table>" + server.render(shown.url(), hostileValues(shown)) + "</table>";
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html)))
                        .getElementsByTagName("tr")
                        .getLength())
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hostileValuesStayValues(EditPage shown) {
        Document page = edit(shown, hostileValues(shown));
        assertThat(page.select("script"))
                .allMatch(script ->
                        script.data().contains("data-script") && !script.data().contains("alert"));
        assertThat(page.select("[onerror]")).isEmpty();
        assertThat(page.select("input[type=text][id*=.], textarea").stream()
                        .filter(field -> !field.id().equals("teamcity.build.workingDir"))
                        .map(EditPagesTest::shownIn))
                .allMatch(HOSTILE::equals);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aStoredSecretIsNotSentToTheBrowser(EditPage shown) {
        Map<String, String> stored = shown.defaultsAnd(
                "secure:aws.secretAccessKey", "wJalrXUtnFEMI", "secure:aws.sessionToken", "FwoGZXIvYXdz");
        assertThat(server.render(shown.url(), stored))
                .doesNotContain("wJalrXUtnFEMI")
                .doesNotContain("FwoGZXIvYXdz");
    }

    @Test
    void aBoxWhoseDefaultIsOnCanBeSwitchedOffAndStaysOff() {
        Element ticked = rowOf(asAdded(IMAGE), ImageParameters.STANDARD_LABELS).selectFirst("input");
        assertThat(ticked.hasAttr("checked")).isTrue();
        assertThat(ticked.attr("data-unchecked")).isEqualTo("false");
        Document off = edit(IMAGE, IMAGE.defaultsAnd("image.standardLabels", "false"));
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
        assertThat(asAdded(IMAGE).getElementById("teamcity.build.workingDir")).isNotNull();
        assertThat(asAdded(DEPLOY).getElementById("teamcity.build.workingDir")).isNull();
    }

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";

    private static Map<String, String> hostileValues(EditPage shown) {
        return shown.table().stream().collect(Collectors.toMap(Parameter::name, parameter -> HOSTILE));
    }

    private static Document asAdded(EditPage shown) {
        return AS_ADDED.computeIfAbsent(shown, each -> edit(each, each.defaults()));
    }

    private static Document edit(EditPage shown, Map<String, String> stored) {
        return Jsoup.parse("<table>" + server.render(shown.url(), stored) + "</table>");
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
