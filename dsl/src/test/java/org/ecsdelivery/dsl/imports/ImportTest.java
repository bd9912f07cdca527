package org.ecsdelivery.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.GoldenFilesTest;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns XML into Java, and back. */
class ImportTest {
    private static final String BUILD = "Shop/buildTypes/Shop_Build.xml";

    @TempDir
    Path directory;

    private Path settings;
    private Project shop;

    @BeforeEach
    void setUp() {
        settings = directory.resolve("settings");
        shop = Project.of("Shop").name("Web shop");
    }

    private void golden(String name, String path) throws Exception {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("golden/" + name)) {
            Files.createDirectories(settings.resolve(path).getParent());
            Files.write(settings.resolve(path), in.readAllBytes());
        }
    }

    private void written() throws IOException {
        written(shop);
    }

    /** Puts files there as a server would, which leaves no list of them. */
    private void written(Project top) throws IOException {
        for (Map.Entry<String, byte[]> each : Settings.of(top).tree().files().entrySet()) {
            Files.createDirectories(settings.resolve(each.getKey()).getParent());
            Files.write(settings.resolve(each.getKey()), each.getValue());
        }
    }

    private void edit(String path, String old, String replacement) throws Exception {
        String text = Files.readString(settings.resolve(path));
        assertThat(text).contains(old);
        Files.writeString(settings.resolve(path), text.replace(old, replacement));
    }

    private Imported imported() {
        return Import.of(settings).to("com.acme.ci");
    }

    private static String source(Imported imported, String type) {
        return imported.sources().get("com/acme/ci/" + type + ".java");
    }

    /** Holds what the compiled Java writes to what was read, byte by byte. */
    private void assertWritesTheSame(Imported imported) throws Exception {
        SettingsTree tree =
                CompiledImport.settings(imported, directory.resolve("java")).tree();
        SettingsTree read = SettingsDirectory.at(settings).read();
        Map<String, String> wanted = texts(read);
        wanted.keySet().removeAll(imported.kept().keySet());
        assertThat(texts(tree.withUuidsOf(read))).isEqualTo(wanted);
    }

    private static Map<String, String> texts(SettingsTree tree) {
        Map<String, String> texts = new TreeMap<>();
        tree.files().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void settingsOf2021AreWrittenAgainByTheJavaByteByByte() throws Exception {
        golden("2021.1-project.xml", "Payments/project-config.xml");
        golden("2021.1-build.xml", "Payments/buildTypes/Payments_Build.xml");
        golden("2021.1-empty.xml", "Payments/buildTypes/Payments_Empty.xml");
        golden("2021.1-several.xml", "Payments/buildTypes/Payments_Both.xml");
        golden("2021.1-template.xml", "Payments/buildTypes/Payments_Deploy.xml");
        golden("2021.1-git.xml", "Payments/vcsRoots/Payments_Main.xml");

        Imported imported = imported();

        assertThat(imported.kept()).isEmpty();
        assertWritesTheSame(imported);
    }

    @Test
    void settingsOf2025AreWrittenAgainByTheJavaByteByByte() throws Exception {
        golden("2025.3-emptyproject.xml", "Payments/project-config.xml");
        golden("2025.3-empty.xml", "Payments/buildTypes/Payments_Empty.xml");
        golden("2025.3-derived.xml", "Payments/buildTypes/Payments_Qa.xml");

        Imported imported = imported();

        assertThat(imported.kept()).isEmpty();
        assertThat(source(imported, "PaymentsSettings")).contains(".profile(SchemaProfile.V2025_3)");
        assertWritesTheSame(imported);
    }

    @Test
    void ourStepsAndThoseOfTeamCityAreSaidByTheirOwnTypes() throws Exception {
        shop.buildType("Build")
                .step(ScriptStep.of("make").directory("src").id("make").name("Make"))
                .step(DeployStep.of("acme", "web")
                        .image("acme/web:1")
                        .dryRun(true)
                        .id("deploy"))
                .feature(EnvFile.at("env/prod.env").id("env"));
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop"))
                .contains(".step(ScriptStep.of(\"make\").directory(\"src\").name(\"Make\").id(\"make\"))")
                .contains("DeployStep.of(\"acme\", \"web\")")
                .contains(".image(\"acme/web:1\")")
                .contains(".dryRun(true)")
                .contains("EnvFile.at(\"env/prod.env\")");
        assertWritesTheSame(imported);
    }

    @Test
    void whatHasNoTypeIsSaidAllTheSame() throws Exception {
        shop.buildType("Build")
                .step(AnyStep.of("acme.runner").set("b", "2").set("a", "1").id("own"));
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop"))
                .contains("AnyStep.of(\"acme.runner\").set(\"a\", \"1\").set(\"b\", \"2\").id(\"own\")");
        assertWritesTheSame(imported);
    }

    @Test
    void anElementThatNobodyKnowsIsSaidAsItIs() throws Exception {
        shop.buildType("Build");
        written();
        edit(
                BUILD,
                "    <cleanup />\n",
                "    <cleanup />\n    <acme-extra kind=\"x\">\n      <b />\n    </acme-extra>\n");

        Imported imported = imported();

        assertThat(imported.kept()).isEmpty();
        assertThat(source(imported, "Shop"))
                .contains(".element(Element.of(\"acme-extra\").with(\"kind\", \"x\").containing(Element.of(\"b\")))");
        assertWritesTheSame(imported);
    }

    @Test
    void whatATemplateGivesIsSwitchedOffByItsId() throws Exception {
        Template template = shop.template("Base").step(ScriptStep.of("a").id("a"));
        shop.buildType("Build")
                .from(template)
                .step(ScriptStep.of("b").id("b").disabled())
                .disable("a");
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop"))
                .contains(".from(base)")
                .contains(".disable(\"a\")")
                .contains(".disabled()");
        assertWritesTheSame(imported);
    }

    @Test
    void stepsOfATemplateKeepTheOrderThatTheyWereGiven() throws Exception {
        Template template = shop.template("Base").step(ScriptStep.of("a").id("a"));
        shop.buildType("Build").from(template).step(ScriptStep.of("b").id("b")).stepOrder("b", "a");
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop")).contains(".stepOrder(\"b\", \"a\")");
        assertWritesTheSame(imported);
    }

    @Test
    void referencesAreObjectsAcrossProjectsToo() throws Exception {
        Project web = shop.project("Web");
        BuildType build = web.buildType("Build");
        shop.buildType("All").after(build).after(shop.buildType("Lint"));
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop")).contains(".after(all.shopWeb.build).after(lint)");
        assertThat(source(imported, "ShopWeb")).contains("project = all.shop.project.project(\"Web\");");
        assertWritesTheSame(imported);
    }

    @Test
    void namesThatJavaOrTheLibraryHasGetANumber() throws Exception {
        Project top = Project.of("Project");
        top.buildType("class").step(ScriptStep.of("a").id("a"));
        top.buildType("project");
        Stream.of("Fill", "Notify", "Wait", "Yield", "to_string", "Main", "All", "Record", "Var", "1st", "NOTIFY_2")
                .forEach(top::buildType);
        written(top);

        Imported imported = imported();

        assertThat(imported.sources()).containsKey("com/acme/ci/Project2.java");
        assertWritesTheSame(imported);
    }

    @Test
    void textsOfAnyCharacterComeBackAsTheyWere() throws Exception {
        String text =
                "tab\t, \\n, \"\"\", \\u0041, form feed and trailing space \n\u3000\u00e4 \ud83d\udea6 %x%\n\n  end\u2003\n";
        shop.buildType("Build").param("a", text).param("b", "line \n\\\n").description(" \\ \" \u00e4");
        shop.buildType("Long").step(ScriptStep.of("x\u20ac\n".repeat(40_000)).id("long"));
        written();

        assertWritesTheSame(imported());
    }

    @Test
    void aLongConfigurationIsCutIntoMethods() throws Exception {
        BuildType build = shop.buildType("Build");
        for (int i = 0; i < 60; i++) {
            build.param("p" + i, "1").step(ScriptStep.of("a").id("s" + i));
        }
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop")).contains("void buildParameters()").contains("void buildSteps()");
        assertWritesTheSame(imported);
    }

    @Test
    void aTokenStaysAToken() throws Exception {
        shop.buildType("Build").password("p", Secret.token("11-22")).password("q", Secret.reference("%vault:a!/b%"));
        written();

        Imported imported = imported();

        assertThat(source(imported, "Shop"))
                .contains(".password(\"p\", Secret.token(\"11-22\"))")
                .contains(".password(\"q\", Secret.reference(\"%vault:a!/b%\"))");
        assertWritesTheSame(imported);
    }

    @Test
    void aFileWithASecretStaysXmlAndTheSecretIsNowhere() throws Exception {
        shop.buildType("Build").password("p", Secret.token("11-22"));
        shop.git("Main", "https://github.com/acme/shop.git").set("username", "ci");
        written();
        edit(BUILD, "credentialsJSON:11-22", "hunter2");
        edit("Shop/vcsRoots/Shop_Main.xml", "https://github.com", "https://ci:hunter2@github.com");

        Imported imported = imported();

        assertThat(imported.kept()).containsOnlyKeys(BUILD, "Shop/vcsRoots/Shop_Main.xml");
        assertThat(imported.kept().get(BUILD)).contains("the value of p");
        assertThat(imported.toString() + imported.sources()).doesNotContain("hunter2");
        assertWritesTheSame(imported);
    }

    @Test
    void aFileThatTeamCityWouldWriteOtherwiseStaysXmlAndIsNamed() throws Exception {
        shop.buildType("Build");
        shop.buildType("Next").after(shop.buildType("First"));
        written();
        edit(BUILD, "<requirements />", "<!-- none --><requirements/>");

        Imported imported = imported();

        assertThat(imported.kept()).containsOnlyKeys(BUILD);
        assertWritesTheSame(imported);
    }

    @Test
    void aPartOfATreeIsAdoptedAndTheRestIsLeftAlone() throws Exception {
        Template base = shop.template("Base").step(ScriptStep.of("a").id("a"));
        shop.buildType("Build").from(base).checkout(shop.git("Main", "https://github.com/acme/shop.git"));
        shop.buildType("Other");
        written();

        Imported imported = Import.of(settings).only("Shop_Build").to("com.acme.ci");

        assertThat(source(imported, "Shop"))
                .contains("writtenElsewhere()")
                .contains(".from(External.template(\"Shop_Base\"))")
                .contains("External.vcsRoot(\"Shop_Main\")")
                .doesNotContain("Other");
        Settings java = CompiledImport.settings(imported, directory.resolve("java"));
        assertThat(java.problems()).isEmpty();
        Map<String, String> before = texts(SettingsDirectory.at(settings).read());
        assertThat(java.tree().files()).containsOnlyKeys(BUILD);
        java.writeTo(settings);
        assertThat(texts(SettingsDirectory.at(settings).read())).isEqualTo(before);
    }

    @Test
    void anIdThatIsNotThereIsNamed() throws Exception {
        written();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Import.of(settings).only("Shop_Biuld"))
                .withMessageStartingWith("There is nothing of the id Shop_Biuld");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Import.of(settings).to("com.acme.class"))
                .withMessageStartingWith("'com.acme.class' cannot be a package");
    }

    @Test
    void anExportOfTheServerIsReadFromItsZip() throws Exception {
        shop.buildType("Build");
        Path zip = directory.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> each :
                    Settings.of(shop).tree().files().entrySet()) {
                out.putNextEntry(new ZipEntry("config/projects/" + each.getKey()));
                out.write(each.getValue());
            }
        }

        Imported imported = Import.of(zip).to("");

        assertThat(imported.sources()).containsOnlyKeys("Shop.java", "ShopSettings.java");
        assertThat(CompiledImport.settings(imported, directory).tree().files())
                .containsOnlyKeys(BUILD, "Shop/project-config.xml");
    }

    @Test
    void javaThatIsThereIsNotWrittenOver() throws Exception {
        written();
        Files.createDirectories(directory.resolve("com/acme/ci"));
        Files.writeString(directory.resolve("com/acme/ci/Shop.java"), "mine");

        assertThatIllegalStateException()
                .isThrownBy(() -> imported().writeTo(directory))
                .withMessageContaining("Shop.java is there already");
        assertThat(directory.resolve("com/acme/ci/ShopSettings.java")).doesNotExist();
    }
}
