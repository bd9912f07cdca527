package org.ecsdelivery.sandbox.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.dsl.files.UnreadableSettings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.settings.ChainResult;
import org.ecsdelivery.sandbox.teamcity.settings.CustomRun;
import org.ecsdelivery.sandbox.teamcity.settings.SettingsNotAccepted;

/**
 * Runs the build chains of the sample applications on the sandbox and prints the build logs as a person would see them: settings in Java
 * are compiled, the XML they give is compared with what is committed, and what is committed is run.
 */
public final class Demo {
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
            boolean green = new Demo(DemoOptions.parse(List.of(arguments)), out).run();
            System.exit(green ? 0 : 1);
        } catch (IllegalArgumentException | SettingsNotAccepted | UnreadableSettings refused) {
            out.println(refused.getMessage());
            System.exit(2);
        }
    }

    private boolean run() {
        ExampleRun shop = ExampleRun.prepare(Example.shop(options.application()), options, out);
        Optional<ExampleRun> ludlow = ludlow();
        try (UntilStopped until = new UntilStopped();
                DemoWorld world = DemoWorld.create(options.breakage());
                LocalTeamCity teamCity = LocalTeamCity.load(options.zip(), options.work(), agent());
                ServedPages pages = ServedPages.open(options, teamCity, out)) {
            out.println("TeamCity (sandbox) loaded " + options.zip().getFileName() + "; AWS (sandbox) answers at "
                    + world.endpoint());
            world.nameRegistry(options.work().resolve("registry"));
            ChainResult sold = shop.run(teamCity, world, this::broken);
            Optional<ChainResult> traded = ludlow.map(each -> each.run(teamCity, world, Demo::withoutBaseImage));
            shop.summarize(sold);
            traded.ifPresent(ludlow.orElse(shop)::summarize);
            pages.keepOpen(until);
            return sold.succeeded() && traded.map(ChainResult::succeeded).orElse(true);
        }
    }

    /** What is broken is shown by the shop alone. */
    private Optional<ExampleRun> ludlow() {
        if (options.breakage() != Breakage.NOTHING) {
            return Optional.empty();
        }
        ExampleRun run = ExampleRun.prepare(Example.ludlow(options.ludlow()), options, out);
        Checkout.add(options.template(), run.checkout().resolve("infrastructure"));
        return Optional.of(run);
    }

    private CustomRun broken(CustomRun run) {
        return options.breakage() == Breakage.DRAIN ? run.with("reverse.dep.Shop_Dev.minutes", "1") : run;
    }

    /** The demonstration needs no network, so its image has no Java in it; tasks of the sandbox run no program. */
    private static CustomRun withoutBaseImage(CustomRun run) {
        return run.with("reverse.dep.Ludlow_Build.base.image", "scratch");
    }

    /** What an agent on this machine would find out by itself. */
    private AgentProperties agent() {
        return AgentProperties.bare()
                .withDocker(options.dockerVersion(), System.getenv())
                .with("teamcity.tool.jacoco", options.jacoco().toAbsolutePath().toString())
                .withEnvironment(Map.of("JAVA_HOME", System.getProperty("java.home")));
    }
}
