package org.ecsdelivery.sandbox.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.ConsoleLog;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;

/** Runs the sample application's build configuration on the sandbox and prints the build log as a person would see it. */
public final class Demo {
    private final DemoOptions options;
    private final PrintStream out;

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the demonstration; exits with 0 when the build is green, 1 when it is red, 2 when the arguments are not in order. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            BuildResult result = new Demo(DemoOptions.parse(List.of(arguments)), out).run();
            System.exit(result.succeeded() ? 0 : 1);
        } catch (IllegalArgumentException refused) {
            out.println(refused.getMessage());
            System.exit(2);
        }
    }

    private BuildResult run() {
        try (DemoWorld world = DemoWorld.create(options.breakage());
                LocalTeamCity teamCity = LocalTeamCity.load(options.zip(), options.work(), agent())) {
            out.println("TeamCity (sandbox) loaded " + options.zip().getFileName() + "; AWS (sandbox) answers at "
                    + world.endpoint());
            out.println();
            Path checkout = Checkout.of(options.application(), options.work().resolve("checkout"));
            var configuration = SampleBuild.configuration(world, checkout, options.breakage());
            BuildResult result = teamCity.run(
                            configuration,
                            BuildInputs.of(4200, "42", options.revision()),
                            new ConsoleLog(out, ZoneId.systemDefault()))
                    .result();
            DemoSummary.print(result, checkout, out);
            return result;
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
