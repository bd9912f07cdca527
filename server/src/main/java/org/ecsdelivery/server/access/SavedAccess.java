package org.ecsdelivery.server.access;

import java.util.Map;
import java.util.function.Supplier;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Finds the credentials of a step that is saved, for what the server does in its place when its agent is gone. The rules are those of
 * the pages: nothing that only the agent has, and no address that an administrator has not allowed.
 */
public final class SavedAccess {
    private final ServerAccess access;

    /** Makes it for a server. */
    public SavedAccess(ServiceLocator services) {
        this(new CredentialsOfTeamCity(services));
    }

    SavedAccess(ConnectionCredentials credentials) {
        this.access = new ServerAccess(credentials);
    }

    /**
     * Returns the way to AWS.
     *
     * @param parameters of the step, references resolved
     * @param otherwise the Region where neither step nor connection names one
     * @throws EngineException when the server has not what the step has, telling why and what to do
     */
    public AwsAccess of(SBuildType configuration, Map<String, String> parameters, Supplier<AwsRegion> otherwise) {
        StepUnderEdit step = new StepUnderEdit(configuration, parameters, parameters);
        try {
            AwsAccess planned = access.planned(step);
            return access.open(step, planned.region().isPresent() ? planned : planned.inRegion(otherwise.get()));
        } catch (CannotLook unknown) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The server does not know the AWS credentials of the step",
                    String.valueOf(unknown.getMessage()),
                    "");
        }
    }
}
