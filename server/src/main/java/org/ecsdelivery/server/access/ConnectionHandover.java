package org.ecsdelivery.server.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunnerContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.util.positioning.PositionAware;
import jetbrains.buildServer.util.positioning.PositionConstraint;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.settings.ConnectionParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/**
 * Gives each step that names a connection the credentials of it, when the build starts: as parameters of that step only, whose names
 * make TeamCity keep them secret. A connection that gives none fails the build at once, not when the step begins.
 */
public final class ConnectionHandover implements BuildStartContextProcessor, PositionAware {
    /** TeamCity's own processor, which collects the passwords: a secret that came after it would not be masked. */
    private static final String COLLECTS_PASSWORDS =
            "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor";

    private static final Set<String> STEPS =
            Set.of(RunTypeId.IMAGE, RunTypeId.DEPLOY, RunTypeId.TASK, RunTypeId.DOCTOR, RunTypeId.SETUP);

    private final ConnectionCredentials credentials;

    /** Makes the handover for a server. */
    public ConnectionHandover(ServiceLocator services) {
        this(new CredentialsOfTeamCity(services));
    }

    ConnectionHandover(ConnectionCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void updateParameters(BuildStartContext context) {
        SRunningBuild build = context.getBuild();
        Map<ConnectionAccess, ConnectionAccess> answers = new HashMap<>();
        for (SRunnerContext step : context.getRunnerContexts()) {
            if (step.isEnabled() && STEPS.contains(step.getType())) {
                ConnectionParameters.asked(build.getValueResolver().resolve(step.getParameters()))
                        .map(asked -> answers.computeIfAbsent(asked, each -> answer(build, each)))
                        .ifPresent(answer -> handOver(step, answer));
            }
        }
    }

    private ConnectionAccess answer(SRunningBuild build, ConnectionAccess asked) {
        try {
            SBuildType configuration = build.getBuildType();
            if (configuration == null) {
                throw new ConnectionRefused("The build configuration was deleted");
            }
            return ending(credentials.of(configuration.getProject(), asked), build);
        } catch (ConnectionRefused refusal) {
            String reason = String.valueOf(refusal.getMessage());
            build.addBuildProblem(BuildProblemData.createBuildProblem(
                    "ecsDeliveryConnection", "ecsDelivery", reason + "." + remedy(asked)));
            return asked.refused(reason);
        }
    }

    private static String remedy(ConnectionAccess asked) {
        return " Check " + ConnectionParameters.CONNECTION.label() + " (" + ConnectionParameters.CONNECTION.name()
                + ") '" + asked.id() + "' of the step.";
    }

    /** Keys without a token have no end; those with one were asked for just now. */
    private static ConnectionAccess ending(ConnectionAccess given, SRunningBuild build) {
        return given.keys().flatMap(AwsAccess.Keys::sessionToken).isPresent()
                ? given.endingAt(build.getStartDate().toInstant().plus(Duration.ofMinutes(given.minutes())))
                : given;
    }

    private static void handOver(SRunnerContext step, ConnectionAccess answer) {
        answer.handedOver().forEach((name, value) -> step.addRunnerParameter(name, withoutReferences(value)));
    }

    /** What AWS or TeamCity gave must not have TeamCity put values of this build in. */
    private static String withoutReferences(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public String getOrderId() {
        return ConnectionHandover.class.getName();
    }

    @Override
    public PositionConstraint getConstraint() {
        return PositionConstraint.before(COLLECTS_PASSWORDS);
    }
}
