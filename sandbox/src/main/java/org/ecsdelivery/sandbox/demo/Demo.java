package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.files.UnreadableSettings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.ConsoleLog;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.settings.BuildChain;
import org.ecsdelivery.sandbox.teamcity.settings.ChainResult;
import org.ecsdelivery.sandbox.teamcity.settings.CustomRun;
import org.ecsdelivery.sandbox.teamcity.settings.ProjectSettings;
import org.ecsdelivery.sandbox.teamcity.settings.SettingsNotAccepted;
import org.ecsdelivery.sandbox.teamcity.settings.StoredConfiguration;

/**
 * Runs the sample application's build chain on the sandbox and prints the build logs as a person would see them: settings in Java are
 * compiled, the XML they give is compared with what is committed, and what is committed is run.
 */
public final class Demo {
    private static final String CHAIN = "Shop_Release";

    private final DemoOptions options;
    private final PrintStream out;

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the demonstration; exits with 0 when the builds are green, 1 when one is red, 2 when the arguments or settings are not in order. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            ChainResult result = new Demo(DemoOptions.parse(List.of(arguments)), out).run();
            System.exit(result.succeeded() ? 0 : 1);
        } catch (IllegalArgumentException | SettingsNotAccepted | UnreadableSettings refused) {
            out.println(refused.getMessage());
            System.exit(2);
        }
    }

    private ChainResult run() {
        WorkedExample example = example();
        try (UntilStopped until = new UntilStopped();
                DemoWorld world = DemoWorld.create(options.breakage());
                LocalTeamCity teamCity = LocalTeamCity.load(options.zip(), options.work(), agent());
                ServedPages pages = ServedPages.open(options, teamCity, out)) {
            out.println("TeamCity (sandbox) loaded " + options.zip().getFileName() + "; AWS (sandbox) answers at "
                    + world.endpoint());
            ProjectSettings settings = ProjectSettings.load(example.directory(), teamCity.server());
            out.println("Its server half accepts the settings; run is " + CHAIN + ", after all that it depends on");
            Path checkout = Checkout.of(options.application(), options.work().resolve("checkout"));
            ChainResult result = BuildChain.run(
                    teamCity,
                    settings,
                    CHAIN,
                    customRun(world, checkout),
                    configuration -> announce(configuration, example));
            DemoSummary.print(result, checkout, out);
            pages.keepOpen(until);
            return result;
        }
    }

    /** What is shown and what runs must be the same. */
    private WorkedExample example() {
        WorkedExample example =
                WorkedExample.compile(options.application(), options.work().resolve("settings"));
        out.println("Settings (Java): " + options.application().resolve(WorkedExample.SOURCE));
        if (!example.isCommitted(out)) {
            throw new IllegalArgumentException("The demonstration runs what is committed: " + example.directory());
        }
        return example;
    }

    private LogListener announce(StoredConfiguration configuration, WorkedExample example) {
        String from = configuration.templates().isEmpty()
                ? ""
                : ", from template " + String.join(", ", configuration.templates());
        out.println();
        out.println("==== " + configuration.id() + from + " (" + example.line(configuration.id()) + " -> "
                + WorkedExample.DIRECTORY + "/" + configuration.path() + ")");
        return new ConsoleLog(out, ZoneId.systemDefault());
    }

    /** What a person would enter in the dialog Run Custom Build, and the credentials that only a server knows. */
    private CustomRun customRun(DemoWorld world, Path checkout) {
        CustomRun run = CustomRun.of(BuildInputs.of(4200, "42", options.revision()), checkout, empty())
                .withConnection("aws", world.environment())
                .with("reverse.dep.*.aws.endpoint", world.endpoint());
        return options.breakage() == Breakage.DRAIN ? run.with("reverse.dep.Shop_Dev.minutes", "1") : run;
    }

    private Path empty() {
        try {
            return Files.createDirectories(options.work().resolve("nothing-checked-out"));
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "No directory for builds without sources can be made in " + options.work(), cause);
        }
    }

    /** What an agent on this machine would find out by itself. */
    private AgentProperties agent() {
        return AgentProperties.bare()
                .with("docker.server.version", options.dockerVersion())
                .with("teamcity.tool.jacoco", options.jacoco().toAbsolutePath().toString())
                .withEnvironment(Map.of("JAVA_HOME", System.getProperty("java.home")));
    }
}
