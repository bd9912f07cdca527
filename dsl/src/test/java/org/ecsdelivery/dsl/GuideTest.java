package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.ecsdelivery.dsl.check.Rule;
import org.ecsdelivery.dsl.classic.Proposal;
import org.ecsdelivery.dsl.command.CommandLine;
import org.ecsdelivery.dsl.command.JavaProcess;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the guide shows. */
class GuideTest {
    @TempDir
    Path directory;

    private String guide;

    @BeforeEach
    void setUp() throws Exception {
        guide = Files.readString(Path.of("..", "docs", "dsl.md"));
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(guide)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    @Test
    void showsSettingsThatCanBeWritten() throws Exception {
        Settings settings = settings(found("(?s)```java\\n(.*?)```").get(0));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.writeTo(directory.resolve(".teamcity")).created())
                .containsExactly(
                        "Shop/buildTypes/Shop_Build.xml",
                        "Shop/buildTypes/Shop_Deploy.xml",
                        "Shop/buildTypes/Shop_Dev.xml",
                        "Shop/buildTypes/Shop_Prod.xml",
                        "Shop/project-config.xml",
                        "Shop/vcsRoots/Shop_Main.xml");
    }

    private Settings settings(String source) throws Exception {
        compile("ShopSettings", source);
        try (URLClassLoader loader = loader()) {
            return (Settings)
                    loader.loadClass("ShopSettings").getMethod("settings").invoke(null);
        }
    }

    private void compile(String name, String source) throws Exception {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        String classes = System.getProperty("java.class.path") + File.pathSeparator + directory;
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), "-Werror", "-classpath", classes, file.toString());
        assertThat(result).isZero();
    }

    private URLClassLoader loader() throws Exception {
        URL[] place = {directory.toUri().toURL()};
        return new URLClassLoader(place, GuideTest.class.getClassLoader());
    }

    @Test
    void showsATestThatHolds() throws Exception {
        List<String> sources = found("(?s)```java\\n(.*?)```");
        compile("ShopSettings", sources.get(0));
        compile("ShopSettingsTest", sources.get(1));

        try (URLClassLoader loader = loader()) {
            Constructor<?> constructor = loader.loadClass("ShopSettingsTest").getDeclaredConstructor();
            constructor.setAccessible(true);
            Object test = constructor.newInstance();
            Method method = test.getClass().getDeclaredMethod("prodRunsAfterDevAndIsApproved");
            method.setAccessible(true);
            assertThatCode(() -> method.invoke(test)).doesNotThrowAnyException();
        }
    }

    @Test
    void showsTheCommandsThatThereAre() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        CommandLine.of(() -> Settings.of()).printingTo(printed, printed).run("help");

        assertThat(found("(?s)```text\\n(.*?)```")).contains(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void showsADifferenceAsCheckDoes() {
        Project before = Project.of("Shop");
        before.template("Old");
        before.buildType("Prod")
                .param("cluster", "acme-dev")
                .step(ScriptStep.of("make test\nmake pack").id("build"));
        Project after = Project.of("Shop");
        after.buildType("Prod")
                .param("cluster", "acme-prod")
                .step(ScriptStep.of("make check\nmake pack").id("build"))
                .trigger(VcsTrigger.ofChanges());
        Path there = directory.resolve(".teamcity");
        Settings.of(before).writeTo(there);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CommandLine.of(() -> Settings.of(after))
                .in(directory)
                .printingTo(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .run("check");

        assertThat(found("(?s)```text\\n(.*?)```")).contains(out.toString(StandardCharsets.UTF_8));
    }

    /** What stands there runs: with the class path of this test for the jars in lib. */
    @Test
    void showsAnImportAsItRuns() throws Exception {
        Project shop = Project.of("Shop");
        shop.buildType("Build").step(ScriptStep.of("make"));
        shop.buildType("Old").step(AnyStep.of("ant"));
        Path recipe = directory.resolve(".teamcity/Shop/pluginData/metaRunners/Shop_Lint.xml");
        for (Map.Entry<String, byte[]> each : Settings.of(shop).tree().files().entrySet()) {
            Path file = directory.resolve(".teamcity").resolve(each.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, each.getValue());
        }
        Files.createDirectories(recipe.resolveSibling(""));
        Files.writeString(recipe, "<meta-runner name=\"Lint\"/>");
        JavaProcess screen = JavaProcess.in(directory);

        screen.java(words(found("(?m)^java -cp 'lib/\\*' (org\\S+Import .*)$")));
        assertThat(found("(?s)```text\\n(.*?)```")).contains(screen.output().replace("/*" + File.pathSeparator, "/*:"));
        assertThat(screen.javac(words(found("(?m)^ +javac -cp 'lib/\\*' (.*)$"))))
                .isZero();
        assertThat(screen.java(words(found("(?m)^ +java -cp 'lib/\\*:out' (.*)$"))))
                .isZero();
    }

    private static String[] words(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0).split(" ");
    }

    @Test
    void showsWhatIsProposedForAScript() {
        List<String> texts = found("(?s)```text\\n(.*?)```");
        String script = texts.stream()
                .filter(each -> each.startsWith("set -e\n"))
                .findFirst()
                .orElseThrow();
        Project shop = Project.of("Shop");
        shop.buildType("Build").step(ScriptStep.of(script.stripTrailing()).id("build"));
        Settings.of(shop).writeTo(directory.resolve(".teamcity"));

        Proposal proposal =
                Proposal.of(SettingsDirectory.at(directory.resolve(".teamcity")).read());
        assertThat(texts)
                .contains(proposal.remarks().stream().map(each -> each + "\n").collect(Collectors.joining()));
    }

    @Test
    void explainsEveryCode() {
        String table = String.join(" ", found("(?m)^\\| ([A-Z].*?) \\|"));

        assertThat(table.split("[, ]+"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Rule.values()).map(Rule::code).toArray(String[]::new));
    }
}
