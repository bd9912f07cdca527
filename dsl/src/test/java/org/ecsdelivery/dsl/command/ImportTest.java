package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String BUILD = ".teamcity/Shop/buildTypes/Shop_Build.xml";
    private static final String UUID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    private Project shop;

    @BeforeEach
    void setUp() {
        shop = Project.of("Shop");
        shop.buildType("Build").step(ScriptStep.of("make").id("make"));
        shop.buildType("Old").step(AnyStep.of("ant").id("ant"));
    }

    /** Returns what a server has written: with uuids, and without a list of generated files. */
    private SortedMap<String, byte[]> files() {
        return SettingsTree.of(Settings.of(shop).tree().entities().stream()
                        .map(each -> each.id().equals("Shop_Build") ? each.withUuid(UUID) : each)
                        .toList())
                .files();
    }

    private void written(String directory) throws IOException {
        for (Map.Entry<String, byte[]> each : files().entrySet()) {
            Path file = checkout.resolve(directory).resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
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

    private Outcome run(String... arguments) {
        found.reset();
        wrong.reset();
        Output output = new Output(
                new PrintStream(found, false, StandardCharsets.UTF_8),
                new PrintStream(wrong, false, StandardCharsets.UTF_8));
        return new Import(checkout, output).run(arguments);
    }

    private String found() {
        return found.toString(StandardCharsets.UTF_8);
    }

    private String wrong() {
        return wrong.toString(StandardCharsets.UTF_8);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var paths = Files.walk(checkout)) {
            paths.filter(Files::isRegularFile)
                    .forEach(each ->
                            contents.put(checkout.relativize(each).toString().replace('\\', '/'), text(each)));
        }
        return contents;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void edit(String path, String old, String replacement) throws IOException {
        Path file = checkout.resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }

    @Test
    void saysWhatItWroteAndWhatIsToDoNext() throws IOException {
        written(".teamcity");

        assertThat(run(".teamcity", "--to", "ci", "--package", "com.acme.ci")).isEqualTo(Outcome.DONE);
        assertThat(found().replace("/*" + File.pathSeparator, "/*:")).isEqualTo("""
                        Wrote ci/com/acme/ci/Shop.java
                        Wrote ci/com/acme/ci/ShopSettings.java
                        Has no type of its own, and is said in general words:
                          Shop/buildTypes/Shop_Old.xml: 1 AnyStep
                        .teamcity.files lists what the Java stands for: 3 files of 3. The first generate changes nothing.
                        With the jars of ecs-delivery-dsl and ecs-delivery-common in lib, compile it and run it by
                          javac -cp 'lib/*' -sourcepath ci -d out ci/com/acme/ci/ShopSettings.java
                          java -cp 'lib/*:out' com.acme.ci.ShopSettings check
                        and commit ci, .teamcity and .teamcity.files.
                        """);
        assertThat(wrong()).isEmpty();
    }

    @Test
    void namesTheDirectoryThatItIsRunIn() throws IOException {
        written("shop/settings");
        checkout = checkout.resolve("shop/settings");

        assertThat(run(".", "--to", "../ci/")).isEqualTo(Outcome.DONE);
        assertThat(found())
                .startsWith("Wrote ../ci/Shop.java\n")
                .contains("ShopSettings check --to " + checkout.toString().replace('\\', '/') + "\n");
        assertThat(checkout.resolveSibling("settings.files")).exists();
    }

    @Test
    void givesJavaWhoseFirstGenerateChangesNothing() throws Exception {
        written(".teamcity");
        JavaProcess screen = JavaProcess.in(checkout);

        assertThat(screen.java("org.ecsdelivery.dsl.command.Import", ".teamcity", "--package", "com.acme.ci"))
                .as(screen.output())
                .isZero();
        Map<String, String> before = contents();
        assertThat(screen.javac("-sourcepath", "ci", "-d", "out", "ci/com/acme/ci/ShopSettings.java"))
                .as(screen.output())
                .isZero();
        assertThat(screen.java("com.acme.ci.ShopSettings", "check")).isZero();
        assertThat(screen.output()).contains(".teamcity is what the settings say: 3 files.");
        assertThat(screen.java("com.acme.ci.ShopSettings", "generate")).isZero();
        assertThat(screen.output()).endsWith(".teamcity was already what the settings say.\n");

        Map<String, String> after = contents();
        after.keySet().removeIf(each -> each.startsWith("out"));
        before.remove("output");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void unpacksAnExportedZipSoThatGenerateKeepsItsUuids() throws IOException {
        zip("TeamCity/config/projects/", files());

        assertThat(run("export.zip")).isEqualTo(Outcome.DONE);
        assertThat(checkout.resolve(BUILD)).content().contains(UUID);
        assertThat(SettingsDirectory.at(checkout.resolve(".teamcity"))
                        .lists(Settings.of(shop).tree()))
                .isTrue();
        assertThat(found()).contains("Wrote ci/ShopSettings.java\n");
    }

    @Test
    void leavesADirectoryAloneThatAZipWouldGoTo() throws IOException {
        written(".teamcity");
        zip("", files());
        Map<String, String> before = contents();

        assertThat(run("export.zip")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is a directory .teamcity already");
        assertThat(contents()).isEqualTo(before);
        assertThat(run("export.zip", "--unpack", "settings")).isEqualTo(Outcome.DONE);
        assertThat(found()).contains("ShopSettings check --to settings\n");
    }

    @Test
    void writesNothingOfAZipThatLeadsOutOfItsDirectory() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.put("Shop/../../stolen", new byte[] {1});
        zip("", files);

        assertThat(run("export.zip")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("lead out of it (Shop/../../stolen)");
        assertThat(contents()).containsOnlyKeys("export.zip");
    }

    @Test
    void writesOverNoJava() throws IOException {
        written(".teamcity");
        Files.createDirectories(checkout.resolve("ci"));
        Files.writeString(checkout.resolve("ci/Shop.java"), "mine");

        assertThat(run(".teamcity")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is Java already, and it stays as it is: ci/Shop.java. Delete it");
        assertThat(checkout.resolve("ci/ShopSettings.java")).doesNotExist();
        assertThat(checkout.resolve(".teamcity.files")).doesNotExist();
    }

    @Test
    void refusesToTakeTheListOfAnotherProgramFromIt() throws IOException {
        Settings.of(shop).writeTo(checkout.resolve(".teamcity"));

        assertThat(run(".teamcity", "--only", "Shop_Build")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("another program writes Shop/buildTypes/Shop_Old.xml, Shop/project-config.xml");
        assertThat(checkout.resolve("ci")).doesNotExist();
    }

    @Test
    void takesAPartAndLeavesTheRestToTeamCity() throws IOException {
        written(".teamcity");

        assertThat(run(".teamcity", "--only", "Shop_Build")).isEqualTo(Outcome.DONE);
        assertThat(found()).contains("lists what the Java stands for: 1 file of 3.");
        assertThat(checkout.resolve(".teamcity.files")).content().endsWith("Shop/buildTypes/Shop_Build.xml\n");
    }

    @Test
    void tellsWhatStaysXml() throws IOException {
        written(".teamcity");
        edit(BUILD, "<settings>", "<settings >");

        assertThat(run(".teamcity")).isEqualTo(Outcome.DONE);
        assertThat(found()).contains("""
                        Stays XML, and is written by nobody here:
                          Shop/buildTypes/Shop_Build.xml: it is not written as TeamCity writes it
                        """);
    }

    @Test
    void writesNoJavaThatSaysNothing() throws IOException {
        written(".teamcity");
        edit(BUILD, "<settings>", "<settings >");

        assertThat(run(".teamcity", "--only", "Shop_Build")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).isEqualTo("""
                        Nothing of .teamcity can be said in Java:
                          Shop/buildTypes/Shop_Build.xml: it is not written as TeamCity writes it
                        """);
        assertThat(checkout.resolve("ci")).doesNotExist();
    }

    @Test
    void tellsWhatGenerateWillRefuseByTheLinesOfXml() throws IOException {
        written(".teamcity");
        edit(BUILD, "value=\"make\"", "value=\"\"");

        assertThat(run(".teamcity")).isEqualTo(Outcome.DIFFERENT);
        assertThat(wrong())
                .contains("generate refuses them until they are:\nShop/buildTypes/Shop_Build.xml:")
                .contains("STEP1");
        assertThat(found()).contains("3 files of 3.\nWith the jars");
    }

    @Test
    void keepsJavaOutOfTheDirectoryThatTeamCityEmpties() throws IOException {
        written(".teamcity");

        assertThat(run(".teamcity", "--to", ".teamcity/ci")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith(".teamcity/ci is in the settings directory");
    }

    @Test
    void saysWhatItNeeds() throws IOException {
        assertThat(run()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("Name the settings and where the Java shall be");

        assertThat(run("nowhere")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is no nowhere.");

        Files.createDirectories(checkout.resolve("empty"));
        assertThat(run("empty")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("empty has no project-config.xml in it.");

        written(".teamcity");
        assertThat(run(".teamcity", "--package", "com.1")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("'com.1' cannot be a package.");

        assertThat(run(".teamcity", "--only", "Shop_Nothing")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is nothing of the id Shop_Nothing");

        assertThat(run(".teamcity", "--zip", "x")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("The command import has no option --zip.");

        Files.writeString(checkout.resolve("plain.txt"), "no zip");
        assertThat(run("plain.txt", "--unpack", "other")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("plain.txt cannot be read");
        assertThat(checkout.resolve("ci")).doesNotExist();
    }
}
