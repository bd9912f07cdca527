package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** Holds the steps of TeamCity's own runners to the names that these read. */
class BuiltInStepTest {
    @Test
    void aScript() {
        Step step = ScriptStep.of("make\nmake check").standardErrorAsErrors().directory("app");

        assertThat(step.type()).isEqualTo("simpleRunner");
        assertThat(step.parameters())
                .containsOnly(
                        entry("use.custom.script", "true"),
                        entry("script.content", "make\nmake check"),
                        entry("log.stderr.as.errors", "true"),
                        entry("teamcity.build.workingDir", "app"));
    }

    @Test
    void anExecutable() {
        assertThat(ScriptStep.ofExecutable("make", "check").parameters())
                .containsOnly(entry("command.executable", "make"), entry("command.parameters", "check"));
    }

    @Test
    void mavenWithEverything() {
        Step step = MavenStep.of("verify")
                .pom("app/pom.xml")
                .arguments("-Pci")
                .home("/opt/maven")
                .userSettings("ours")
                .jdk("%env.JDK_17%")
                .jvmArguments("-Xmx1g")
                .incremental();

        assertThat(step.type()).isEqualTo("Maven2");
        assertThat(step.parameters())
                .containsOnly(
                        entry("goals", "verify"),
                        entry("pomLocation", "app/pom.xml"),
                        entry("runnerArgs", "-Pci"),
                        entry("maven.path", "/opt/maven"),
                        entry("userSettingsSelection", "ours"),
                        entry("target.jdk.home", "%env.JDK_17%"),
                        entry("jvmArgs", "-Xmx1g"),
                        entry("isIncremental", "true"));
    }

    @Test
    void gradleWithEverything() {
        Step step = GradleStep.of("check")
                .wrapper("tools")
                .buildFile("other.gradle")
                .arguments("--no-daemon")
                .jdk("%env.JDK_17%")
                .jvmArguments("-Xmx1g")
                .withoutWrapper();

        assertThat(step.type()).isEqualTo("gradle-runner");
        assertThat(step.parameters())
                .containsOnly(
                        entry("ui.gradleRunner.gradle.tasks.names", "check"),
                        entry("ui.gradleRunner.gradle.wrapper.useWrapper", ""),
                        entry("ui.gradleRunner.gradle.wrapper.path", "tools"),
                        entry("ui.gradleRUnner.gradle.build.file", "other.gradle"),
                        entry("ui.gradleRunner.additional.gradle.cmd.params", "--no-daemon"),
                        entry("target.jdk.home", "%env.JDK_17%"),
                        entry("jvmArgs", "-Xmx1g"));
    }

    @Test
    void nodeInAContainer() {
        Step step = NodeStep.of("npm ci")
                .inContainer("node:22", "linux")
                .pullImage()
                .containerArguments("--network host");

        assertThat(step.type()).isEqualTo("nodejs-runner");
        assertThat(step.parameters())
                .containsOnly(
                        entry("shellScript", "npm ci"),
                        entry("plugin.docker.imageId", "node:22"),
                        entry("plugin.docker.imagePlatform", "linux"),
                        entry("plugin.docker.pull.enabled", "true"),
                        entry("plugin.docker.run.parameters", "--network host"));
    }

    @Test
    void dotnetWithEverything() {
        Step step = DotnetStep.of("test")
                .projects("*.sln")
                .configuration("Release")
                .framework("net8.0")
                .runtime("linux-x64")
                .output("out")
                .withoutBuild()
                .sdk("8")
                .arguments("--nologo");

        assertThat(step.type()).isEqualTo("dotnet");
        assertThat(step.parameters())
                .containsOnly(
                        entry("command", "test"),
                        entry("paths", "*.sln"),
                        entry("configuration", "Release"),
                        entry("framework", "net8.0"),
                        entry("runtime", "linux-x64"),
                        entry("outputDir", "out"),
                        entry("skipBuild", "true"),
                        entry("required.sdk", "8"),
                        entry("args", "--nologo"));
    }

    @Test
    void powerShell() {
        Step step = PowerShellStep.of("Get-Date").edition("Core").version("7").standardErrorAsErrors();

        assertThat(step.type()).isEqualTo("jetbrains_powershell");
        assertThat(step.parameters())
                .containsOnly(
                        entry("jetbrains_powershell_execution", "PS1"),
                        entry("jetbrains_powershell_noprofile", "true"),
                        entry("jetbrains_powershell_script_mode", "CODE"),
                        entry("jetbrains_powershell_script_code", "Get-Date"),
                        entry("jetbrains_powershell_edition", "Core"),
                        entry("jetbrains_powershell_minVersion", "7"),
                        entry("jetbrains_powershell_errorToError", "true"));
        assertThat(PowerShellStep.ofFile("build.ps1").arguments("-Fast").parameters())
                .contains(
                        entry("jetbrains_powershell_script_mode", "FILE"),
                        entry("jetbrains_powershell_script_file", "build.ps1"),
                        entry("jetbrains_powershell_scriptArguments", "-Fast"));
    }

    @Test
    void python() {
        assertThat(PythonStep.of("print(1)").type()).isEqualTo("python-runner");
        assertThat(PythonStep.of("print(1)").executable("/opt/python").parameters())
                .containsOnly(
                        entry("command", "script"),
                        entry("scriptContent", "print(1)"),
                        entry("pythonVersion", "custom"),
                        entry("pythonExecutable", "/opt/python"));
        assertThat(PythonStep.ofFile("a.py").arguments("-v").poetry().parameters())
                .containsOnly(
                        entry("command", "file"),
                        entry("scriptFile", "a.py"),
                        entry("scriptArguments", "-v"),
                        entry("envTool", "poetry"));
        assertThat(PythonStep.ofModule("build").pipenv().parameters())
                .containsOnly(entry("command", "module"), entry("module", "build"), entry("envTool", "pipenv"));
        assertThat(PythonStep.ofPytest().virtualEnvironment("dev.txt").parameters())
                .containsOnly(
                        entry("command", "pytest"),
                        entry("isTestReportingEnabled", "true"),
                        entry("envTool", "virtualenv"),
                        entry("virtualenvFile", "dev.txt"));
        assertThat(PythonStep.ofUnittest().parameters()).contains(entry("command", "unittest"));
    }

    @Test
    void docker() {
        assertThat(DockerBuildStep.of("shop:1", "shop:latest")
                        .dockerfile("docker/Dockerfile")
                        .context("app")
                        .arguments("--pull")
                        .platform("linux")
                        .parameters())
                .containsOnly(
                        entry("docker.command.type", "build"),
                        entry("docker.image.namesAndTags", "shop:1\nshop:latest"),
                        entry("dockerfile.source", "PATH"),
                        entry("dockerfile.path", "docker/Dockerfile"),
                        entry("dockerfile.contextDir", "app"),
                        entry("command.args", "--pull"),
                        entry("dockerImage.platform", "linux"));
        assertThat(DockerPushStep.of("shop:1").keepImage().parameters())
                .containsOnly(
                        entry("docker.command.type", "push"),
                        entry("docker.image.namesAndTags", "shop:1"),
                        entry("docker.push.remove.image", "false"));
        assertThat(DockerCommandStep.of("tag", "a b").parameters())
                .containsOnly(
                        entry("docker.command.type", "other"),
                        entry("docker.sub.command", "tag"),
                        entry("command.args", "a b"));
    }

    @Test
    void everyStepHasWhatAllStepsHave() {
        Condition condition = Condition.isNot("stage", "dev");
        ScriptStep bare = ScriptStep.of("make");
        ScriptStep step = bare.id("make")
                .name("Make")
                .mode(StepMode.IF_FAILED)
                .when(condition)
                .disabled();

        assertThat(step.id()).isEqualTo("make");
        assertThat(step.name()).isEqualTo("Make");
        assertThat(step.mode()).isEqualTo(StepMode.IF_FAILED);
        assertThat(step.conditions()).containsExactly(condition);
        assertThat(step.enabled()).isFalse();
        assertThat(step.parameters()).isEqualTo(bare.parameters());
        assertThat(bare.enabled()).isTrue();
        assertThat(AnyStep.from(step))
                .returns("make", Step::id)
                .returns(StepMode.IF_FAILED, Step::mode)
                .returns(false, Step::enabled);
    }

    @Test
    void aParameterWithoutASetterIsSetByItsName() {
        assertThat(DeployStep.of("prod", "shop").set("zzz", "1").parameters()).containsEntry("zzz", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptStep.of("x").set("secure:token", "hunter2"))
                .withMessageStartingWith("secure:token: ");
    }
}
