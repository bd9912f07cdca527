package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.web.openapi.PageExtension;
import jetbrains.buildServer.web.openapi.PlaceId;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the two halves of the zip tell each other of a deployment, and what the server half does when the agent half falls silent. */
@Timeout(180)
class PackedDeploymentTabIT {
    private static final String OFTEN = "ecsDelivery.orphans.seconds";
    private static final String ALLOWED = "teamcity.internal.ecsDelivery.allowedEndpoints";

    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;

    @BeforeEach
    void start() {
        System.setProperty(OFTEN, "1");
        System.setProperty(ALLOWED, "http://127.0.0.1:*");
        aws = LocalAws.builder().timings(TaskTimings.quick()).start();
        aws.ecs()
                .service("demo", "web")
                .image("registry.example.org/web:1")
                .running(1)
                .circuitBreaker(true)
                .create();
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
    }

    @AfterEach
    void stop() {
        System.clearProperty(OFTEN);
        System.clearProperty(ALLOWED);
        teamCity.close();
        aws.close();
    }

    @Test
    void showsADeploymentWhileItGoesOnAndHowItEnded() throws Exception {
        RunningBuild build = run(step(OnStop.LEAVE));
        await(() -> read(tab(), "isLive").equals(true));
        assertThat(build.isOver()).isFalse();

        assertThat(build.result().texts()).noneMatch(line -> line.contains("ecsDeliveryDeployment"));
        assertThat(read(tab(), "isLive")).isEqualTo(false);
        Object deployment = ((List<?>) read(tab(), "getDeployments")).get(0);
        assertThat(read(deployment, "getResult")).isEqualTo("succeeded");
        assertThat(read(deployment, "getRevision")).isEqualTo("web:2");
    }

    @Test
    void hasEcsRollBackForAnAgentThatIsCutOff() {
        // tasks that never get healthy: the deployment would go on for long
        aws.ecs().behaviour(image -> image.contains("@sha256:"), TaskBehaviour.crashes(1, "no database"));
        RunningBuild build = run(step(OnStop.ROLL_BACK));
        await(() -> aws.calls().toString().contains("UpdateService")
                || read(tab(), "getDeployments") instanceof List<?> all
                        && !all.isEmpty()
                        && !"".equals(read(all.get(0), "getDeployment")));

        build.cutOffAgent();

        await(() -> comment().contains("is over"));
        assertThat(comment())
                .contains("its agent died or was cut off")
                .contains("deploy.onStop is ROLL_BACK")
                .contains("rollback");
    }

    private String comment() {
        return String.valueOf(teamCity.server()
                .buildServer()
                .findBuildInstanceById(1)
                .getBuildComment()
                .getComment());
    }

    /** Returns the bean of the tab; its class is the plugin's own. */
    private Object tab() {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getParameter") ? "1" : null);
        Map<String, Object> model = new HashMap<>();
        for (PageExtension each : teamCity.server()
                .pages()
                .getPlaceById(PlaceId.BUILD_RESULTS_TAB)
                .getAvailableExtensions(request)) {
            each.fillModel(model, request);
        }
        return model.get("ecsDelivery");
    }

    private static Object read(Object bean, String getter) {
        try {
            if (bean == null) {
                return "";
            }
            Method method = bean.getClass().getMethod(getter);
            return method.invoke(bean);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    private static void await(BooleanSupplier until) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static DeployStep step(OnStop onStop) {
        return DeployStep.of("demo", "web")
                .image("registry.example.org/web@sha256:" + "ab".repeat(32))
                .finishLevel(FinishLevel.DEPLOYED)
                .onStop(onStop)
                .timeout(Duration.ofMinutes(2));
    }

    private RunningBuild run(DeployStep step) {
        Map<String, String> parameters = new HashMap<>(
                BuildStep.from(step.endpoint(aws.endpoint().toString())).parameters());
        parameters.put("aws.region", "eu-central-1");
        parameters.put("aws.accessKeyId", "AKIAPACKEDPACKEDPACK");
        parameters.put("secure:aws.secretAccessKey", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
        return teamCity.run(
                BuildConfiguration.of(
                        "Deploy", Map.of(), List.of(new BuildStep("Deploy", "ecs-delivery-deploy", parameters)), work),
                BuildInputs.of(1, "42", "0".repeat(40)),
                line -> {});
    }
}
