package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.ConsoleLog;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.settings.BuildChain;
import org.ecsdelivery.sandbox.teamcity.settings.ChainResult;
import org.ecsdelivery.sandbox.teamcity.settings.CustomRun;
import org.ecsdelivery.sandbox.teamcity.settings.ProjectSettings;
import org.ecsdelivery.sandbox.teamcity.settings.StoredConfiguration;

/** One sample application on its way through TeamCity: settings compiled and compared, accepted by the server half, its chain run. */
final class ExampleRun {
    private final Example example;
    private final DemoOptions options;
    private final PrintStream out;
    private final WorkedExample worked;
    private final Path checkout;

    private ExampleRun(Example example, DemoOptions options, PrintStream out, WorkedExample worked) {
        this.example = example;
        this.options = options;
        this.out = out;
        this.worked = worked;
        this.checkout = Checkout.of(example.directory(), options.work().resolve(example.chain() + "-checkout"));
    }

    /**
     * Gets ready: what is shown and what runs must be the same.
     *
     * @throws IllegalArgumentException when what is committed is not what the class gives
     */
    static ExampleRun prepare(Example example, DemoOptions options, PrintStream out) {
        WorkedExample worked = WorkedExample.compile(example, options.work().resolve(example.chain() + "-settings"));
        out.println("Settings (Java): " + example.directory().resolve(example.source()));
        if (!worked.isCommitted(out)) {
            throw new IllegalArgumentException("The demonstration runs what is committed: " + worked.directory());
        }
        return new ExampleRun(example, options, out, worked);
    }

    /** Returns where its builds find the sources. */
    Path checkout() {
        return checkout;
    }

    /** Runs its chain. */
    ChainResult run(LocalTeamCity teamCity, DemoWorld world, UnaryOperator<CustomRun> entered) {
        ProjectSettings settings = ProjectSettings.load(worked.directory(), teamCity.server());
        out.println(
                "Its server half accepts the settings; run is " + example.chain() + ", after all that it depends on");
        return BuildChain.run(teamCity, settings, example.chain(), entered.apply(customRun(world)), this::announce);
    }

    /** Prints the last screen. */
    void summarize(ChainResult result) {
        DemoSummary.print(result, checkout, out);
    }

    private LogListener announce(StoredConfiguration configuration) {
        String from = configuration.templates().isEmpty()
                ? ""
                : ", from template " + String.join(", ", configuration.templates());
        out.println();
        out.println("==== " + configuration.id() + from + " (" + worked.line(configuration.id()) + " -> "
                + WorkedExample.DIRECTORY + "/" + configuration.path() + ")");
        return new ConsoleLog(out, ZoneId.systemDefault());
    }

    /** What a person would enter in the dialog Run Custom Build, and the credentials that only a server knows. */
    private CustomRun customRun(DemoWorld world) {
        return CustomRun.of(BuildInputs.of(example.firstBuild(), "42", options.revision()), checkout, empty())
                .withConnection("aws", world.environment())
                .with("reverse.dep.*.aws.endpoint", world.endpoint());
    }

    private Path empty() {
        try {
            return Files.createDirectories(options.work().resolve("nothing-checked-out"));
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "No directory for builds without sources can be made in " + options.work(), cause);
        }
    }
}
