package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyTest extends ApplyFixture {
    @Test
    void hasTheServerLoadAndWaitsForIt() {
        server.says(OLD).says(OLD).says(LOADING).says(LOADING).says(NEW);

        assertThat(apply()).isEqualTo(Outcome.DONE);
        assertThat(found())
                .isEqualTo("Asked " + server.address() + """
                         to load the settings of Shop, Shop_Infra from their repository.
                          Loading project settings from VCS...
                        """ + applied(COMMIT).replace("&apos;", "'") + "\n");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void saysWhatTheGuideShows() throws IOException {
        server.says(OLD).says(LOADING).says(NEW);
        apply();

        String shown = found().replace(server.address(), "https://teamcity.acme.com");
        assertThat(Path.of("..", "docs", "dsl.md")).content().contains("```text\n" + shown + "```");
    }

    @Test
    void showsTheTokenAndAsksForXmlEachTime() {
        server.says(OLD).says(NEW);
        apply("--project", "Shop_Web");

        String base = "/app/rest/projects/id:Shop_Web/versionedSettings/";
        String status =
                "status?fields=type,message,timestamp,missingContextParameters,versionedSettingsError(type,message,file)";
        String rest = " Bearer " + TOKEN + " application/xml";
        assertThat(server.requests())
                .containsExactly(
                        "GET " + base + "config?fields=synchronizationMode,format,vcsRootId" + rest,
                        "GET " + base + status + rest,
                        "POST " + base + "loadSettings?fields=project(id)" + rest,
                        "GET " + base + status + rest);
    }

    @Test
    void tellsWhatIsWrongFileByFile() {
        server.says(OLD)
                .saysAll("<versionedSettingsStatus type=\"warn\" timestamp=\"later\" message=\"Settings have errors\">"
                        + "<versionedSettingsError file=\"Shop/buildTypes/Shop_Build.xml\" type=\"Error\" message=\"Unknown template\"/>"
                        + "<versionedSettingsError file=\"Shop/project-config.xml\" message=\"A name &lt;\u009b31m\"/>"
                        + "</versionedSettingsStatus>");

        assertThat(apply()).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong()).isEqualTo("""
                        Shop/buildTypes/Shop_Build.xml: Error: Unknown template
                        Shop/project-config.xml: A name < 31m
                        """);
        assertThat(found())
                .endsWith("did not take the settings of Shop, and keeps those that it had: Settings have errors\n");
    }

    @Test
    void tellsWhichParametersNobodyHasSet() {
        server.says(OLD)
                .says(
                        "type=\"warn\" timestamp=\"later\" message=\"Set them\" missingContextParameters=\"stage region\"");

        assertThat(apply()).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong())
                .startsWith("Parameter stage has no value. Set it there")
                .contains("Parameter region has no value.");
    }

    @Test
    void isContentWithTheCommitThatWasAskedFor() {
        server.says(OLD).says(NEW);

        assertThat(apply("--revision", COMMIT)).isEqualTo(Outcome.DONE);
        assertThat(apply("--revision", COMMIT.substring(0, 8))).isEqualTo(Outcome.DONE);
    }

    @Test
    void tellsThatTheBranchLacksTheCommit() {
        server.says(OLD).says(LOADING).says(NEW);

        assertThat(apply("--revision", "abcdef0")).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong())
                .startsWith("The server has loaded revision " + COMMIT
                        + ", not abcdef0: the branch that it follows lacks that commit");
    }

    @Test
    void doesNotTakeSilenceForTheCommit() {
        server.says(OLD).says("timestamp=\"later\" message=\"Changes from VCS are applied to project settings\"");

        assertThat(apply("--revision", COMMIT)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("The server does not say whether that was revision " + COMMIT);
        assertThat(apply("--minutes", "1")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("After 1 min the server says, as it did before, of project Shop: 'Changes");
    }

    @Test
    void doesNotTakeAnEarlierSuccessOrFailureForThisOne() {
        server.says(OLD);

        assertThat(apply("--minutes", "1")).isEqualTo(Outcome.FAILED);
        assertThat(wrong())
                .startsWith("After 1 min the server says, as it did before, of project Shop: 'Changes from VCS");
        assertThat(server.requests()).hasSize(3 + 29);
    }

    @Test
    void doesNotTakeAnotherStateForSuccess() {
        server.says(OLD).says("type=\"info\" timestamp=\"later\" message=\"Something else\"");

        assertThat(apply("--minutes", "1")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("After 1 min the server says of project Shop: 'Something else'. Look at");
    }

    @Test
    void bearsAServerThatIsAwayForAMoment() {
        server.says(OLD).answers(503, "").answers(502, "").says(NEW);

        assertThat(apply()).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|Versioned Settings have never been enabled in this project.|Synchronise project Shop under Versioned Settings",
                "401|Authentication required|does not take the token",
                "403|You do not have enough permissions|permission to edit project Shop",
                "404|No project found|There is no project Shop that the token's user can see",
                "407|Proxy|The proxy wants a password",
                "429|Slower|The server is busy",
                "500|Error|Look into teamcity-server.log"
            })
    void tellsWhatToDoAboutARefusal(int status, String said, String remedy) {
        server.answersAtOnce(status, said, "");

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong())
                .startsWith("GET " + server.address()
                        + "/app/rest/projects/id:Shop/versionedSettings/config was answered with " + status)
                .contains("(" + said + "). ")
                .contains(remedy);
    }

    @Test
    void tellsWhatTheServerSaysInXml() {
        server.says(OLD)
                .refusesToLoad(
                        403,
                        VersionedSettingsServer.xml("<errors><error><message>No right " + TOKEN
                                + "</message><statusText>x</statusText></error></errors>"));

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("/loadSettings was answered with 403 (No right ***). ");
    }

    @Test
    void tellsAPageToLogInFromTeamCity() {
        server.answersAtOnce(200, "<!DOCTYPE html><html><body>Log in</body></html>", "");

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("was answered, but not in the XML of TeamCity.");
    }

    @Test
    void tellsThatNothingIsSynchronised() {
        server.isConfigured("synchronizationMode=\"disabled\"");

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("The server does not synchronise project Shop");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void tellsThatTheServerReadsKotlin() {
        server.isConfigured("synchronizationMode=\"enabled\" format=\"kotlin\"");

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("from Kotlin, and would not look at XML");
    }

    @Test
    void asksWhichProjectWhenThereAreSeveral() {
        settings = Settings.of(Project.of("Shop"), Project.of("Bank"));

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong())
                .isEqualTo(
                        "The settings have the projects Shop, Bank at the top. Say behind --project which one the server synchronises.\n");
    }

    @ParameterizedTest
    @CsvSource({"--revision,main", "--revision,-x", "--minutes,0", "--minutes,soon", "--project,../x", "--to,x"})
    void refusesWhatCannotStandThere(String option, String value) {
        assertThat(apply(option, value)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains(option);
        assertThat(server.requests()).isEmpty();
    }
}
