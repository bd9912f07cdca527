package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String BUILD = ".teamcity/Shop/buildTypes/Shop_Build.xml";

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    private Project shop;

    @BeforeEach
    void setUp() {
        shop = shop("make");
    }

    private static Project shop(String script) {
        Project shop = Project.of("Shop");
        shop.buildType("Build").step(ScriptStep.of(script).id("make"));
        return shop;
    }

    private Outcome run(String... arguments) {
        found.reset();
        wrong.reset();
        return CommandLine.of(() -> Settings.of(shop))
                .in(checkout)
                .printingTo(
                        new PrintStream(found, false, StandardCharsets.UTF_8),
                        new PrintStream(wrong, false, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String found() {
        return found.toString(StandardCharsets.UTF_8);
    }

    private String wrong() {
        return wrong.toString(StandardCharsets.UTF_8);
    }

    private void change(String from, String to) throws IOException {
        Path file = checkout.resolve(BUILD);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private void git(String... words) throws Exception {
        String[] command = new String[words.length + 9];
        String[] head = {
            "git",
            "-C",
            checkout.toString(),
            "-c",
            "user.name=Jane",
            "-c",
            "user.email=jane@example.com",
            "-c",
            "commit.gpgsign=false"
        };
        System.arraycopy(head, 0, command, 0, head.length);
        System.arraycopy(words, 0, command, head.length, words.length);
        Process git = new ProcessBuilder(command).inheritIO().start();
        assertThat(git.waitFor()).isZero();
    }

    private void zip(String above, SortedMap<String, byte[]> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(checkout.resolve("export.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(above + each.getKey()));
                zip.write(each.getValue());
            }
        }
    }

    @Test
    void generateSaysWhatItDid() {
        assertThat(run("generate")).isEqualTo(Outcome.DONE);
        assertThat(found()).isEqualTo("""
                        created    Shop/buildTypes/Shop_Build.xml
                        created    Shop/project-config.xml
                        .teamcity is what the settings say now: 2 files created, 0 changed, 0 removed.
                        """);
        assertThat(wrong()).contains("warning VS1 project Shop");
    }

    @Test
    void generateIsRunWhenNoCommandIsNamed() {
        run("--to", "out");

        assertThat(checkout.resolve("out/Shop/project-config.xml")).exists();
    }

    @Test
    void generateSaysThatThereWasNothingToDo() {
        run("generate");

        assertThat(run("generate")).isEqualTo(Outcome.DONE);
        assertThat(found()).isEqualTo(".teamcity was already what the settings say.\n");
    }

    @Test
    void generateNamesWhatItRemovesAndWhatItLeavesAlone() throws IOException {
        run("generate");
        Files.writeString(checkout.resolve(".teamcity/README.md"), "mine");
        shop = Project.of("Shop");

        run("generate");

        assertThat(found()).contains("removed    Shop/buildTypes/Shop_Build.xml\nleft alone README.md\n");
    }

    @Test
    void generateWritesNothingWhenTheSettingsHaveErrors() {
        shop.buildType("Bad").param("1x", "");

        assertThat(run("generate")).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong())
                .startsWith("Nothing was written, because of 1 problem:\n")
                .contains("PRM1");
        assertThat(checkout.resolve(".teamcity")).doesNotExist();
    }

    @Test
    void checkIsContentWithWhatWasGenerated() {
        run("generate");

        assertThat(run("check")).isEqualTo(Outcome.DONE);
        assertThat(found()).isEqualTo(".teamcity is what the settings say: 2 files.\n");
    }

    @Test
    void checkNamesWhatGenerateWouldChangeAndChangesNothing() throws IOException {
        run("generate");
        change("value=\"make\"", "value=\"rm\"");
        String before = Files.readString(checkout.resolve(BUILD));
        shop.buildType("Other");

        assertThat(run("check")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ step make
                            ~ parameter script.content: "rm" -> "make"
                        + build configuration Shop_Other: "Other"
                        .teamcity is not what the settings say: 1 file would be created, 1 changed, 0 removed. \
                        Run generate, and commit .teamcity and .teamcity.files.
                        """);
        assertThat(Files.readString(checkout.resolve(BUILD))).isEqualTo(before);
    }

    @Test
    void checkTellsWhenOnlyTheFormIsAnother() throws IOException {
        run("generate");
        change("\n", "\r\n");

        assertThat(run("check")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).startsWith("Written otherwise, with the same meaning: Shop/buildTypes/Shop_Build.xml\n");
    }

    @Test
    void checkTellsWhenTheListOfGeneratedFilesIsNotCommitted() throws IOException {
        run("generate");
        Files.delete(checkout.resolve(".teamcity.files"));

        assertThat(run("check")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).startsWith(".teamcity.files does not list what is generated");
    }

    @Test
    void checkTellsErrorsAndDifferencesAtOnce() {
        run("generate");
        shop.buildType("Bad").param("1x", "");

        assertThat(run("check")).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong()).contains("PRM1");
        assertThat(found()).contains("+ build configuration Shop_Bad");
    }

    @Test
    void checkIsNotContentWithErrorsThatWereCommitted() {
        shop.buildType("Bad").param("1x", "");
        SettingsDirectory.at(checkout.resolve(".teamcity"))
                .write(Settings.of(shop).tree());

        assertThat(run("check")).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void checkTakesUuidsOfTheServerForTheSame() throws IOException {
        run("generate");
        change(" xsi:noNamespace", " uuid=\"u-1\" xsi:noNamespace");

        assertThat(run("check")).isEqualTo(Outcome.DONE);
    }

    @Test
    void diffTellsWhatGenerateWouldChange() {
        run("generate");
        shop = shop("make all");

        assertThat(run("diff")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ step make
                            ~ parameter script.content: "make" -> "make all"
                        1 of them differs from .teamcity.
                        """);
    }

    @Test
    void diffTellsThatNothingDiffers() throws IOException {
        run("generate");
        Files.writeString(checkout.resolve(".teamcity/README.md"), "mine");

        assertThat(run("diff")).isEqualTo(Outcome.DONE);
        assertThat(found()).isEqualTo("Nothing differs from .teamcity.\n");
    }

    @Test
    void diffTakesWhatPeopleWroteBesideForPartOfTheSettings() throws IOException {
        run("generate");
        Files.copy(checkout.resolve(BUILD), checkout.resolve(".teamcity/Shop/buildTypes/Shop_ByHand.xml"));

        assertThat(run("diff")).isEqualTo(Outcome.DONE);
    }

    @Test
    void diffComparesWithAnotherFolder() {
        run("--to", "old");
        shop = shop("make all");
        shop.buildType("Other");

        assertThat(run("diff", "--folder", "old")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found())
                .contains("\"make\" -> \"make all\"", "+ build configuration Shop_Other")
                .endsWith("2 of them differ from old.\n");
    }

    @Test
    void diffComparesWithARevisionOfGit() throws Exception {
        run("generate");
        Files.writeString(checkout.resolve(".gitattributes"), ".teamcity export-ignore\n");
        git("init", "-q");
        git("add", "-A");
        git("commit", "-q", "-m", "Settings");
        shop = shop("make all");
        run("generate");

        assertThat(run("diff", "--revision", "HEAD")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ step make
                            ~ parameter script.content: "make" -> "make all"
                        1 of them differs from HEAD:.teamcity.
                        """);
    }

    @Test
    void diffPassesOnWhatGitSays() throws Exception {
        git("init", "-q");

        assertThat(run("diff", "--revision", "none")).isEqualTo(Outcome.FAILED);
        assertThat(wrong())
                .startsWith("git does not give none:./.teamcity: fatal: ")
                .contains("Name a revision");
    }

    @Test
    void diffGivesGitNoOptions() {
        assertThat(run("diff", "--revision", "--output=x")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("'--output=x' is no revision");
    }

    @Test
    void diffComparesWithWhatAServerExported() throws IOException {
        zip("settings/.teamcity/", Settings.of(shop("make old")).tree().files());
        run("generate");
        Files.writeString(checkout.resolve(".teamcity/README.md"), "mine");

        assertThat(run("diff", "--zip", "export.zip")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ step make
                            ~ parameter script.content: "make old" -> "make"
                        1 of them differs from export.zip.
                        """);
    }

    @Test
    void diffNamesWhatOnlyTheServerHas() throws IOException {
        Project other = shop("make");
        other.buildType("ByHand");
        zip("", Settings.of(other).tree().files());

        assertThat(run("diff", "--zip", "export.zip")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).startsWith("- build configuration Shop_ByHand\n");
    }

    @Test
    void diffRefusesAnExportInKotlin() throws IOException {
        zip("", new TreeMap<>(Map.of(".teamcity/settings.kts", new byte[0])));

        assertThat(run("diff", "--zip", "export.zip")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("export.zip holds no project-config.xml. Export the settings of a project as XML");
    }

    @Test
    void diffTellsWhenTheOtherSideIsNotThere() throws IOException {
        assertThat(run("diff", "--zip", "none.zip")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("none.zip cannot be read (there is no such file)");
        assertThat(run("diff", "--folder", "none")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is no directory none.");
        Files.writeString(checkout.resolve("text.zip"), "text");
        assertThat(run("diff", "--zip", "text.zip")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("text.zip cannot be read (");
    }

    @Test
    void tellsWhichFilesAreNoXml() throws IOException {
        run("generate");
        change("<settings>", "<settings");

        assertThat(run("check")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("The settings cannot be read:\nShop/buildTypes/Shop_Build.xml:");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("publish")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("There is no command 'publish'. Run help to see what there is.\n");
        assertThat(run("check", "--zip", "x")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("The command check has no option --zip. Run help to see what there is.\n");
        assertThat(run("check", "here")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("'here' is no option. Run help to see what there is.\n");
        assertThat(run("check", "--to")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("The option --to has no value. Write one behind it.\n");
        assertThat(run("check", "--to", "a", "--to", "b")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("The option --to is there twice. Write it once.\n");
        assertThat(run("diff", "--zip", "a", "--folder", "b")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("The options --zip and --folder exclude each other. Write one of them.\n");
    }

    @Test
    void helpNeedsNoSettings() {
        CommandLine commands = CommandLine.of(() -> {
                    throw new IllegalStateException("asked");
                })
                .printingTo(new PrintStream(found, false, StandardCharsets.UTF_8), System.err);

        assertThat(commands.run("help")).isEqualTo(Outcome.DONE);
        assertThat(found()).contains("generate", "check", "diff", "Exit codes");
        assertThatThrownBy(() -> commands.run("check")).hasMessage("asked");
    }

    @Test
    void endsWithTheCodesThatTheHelpPromises() {
        assertThat(Outcome.DONE.code()).isZero();
        assertThat(Outcome.DIFFERENT.code()).isEqualTo(1);
        assertThat(Outcome.FAILED.code()).isEqualTo(2);
    }
}
