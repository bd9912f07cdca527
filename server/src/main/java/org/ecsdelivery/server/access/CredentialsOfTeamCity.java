package org.ecsdelivery.server.access;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.SProject;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;

/**
 * TeamCity's own way to the credentials of connections, which it has had since 2023.11. It is called by its names: whether its types are
 * interfaces or classes has changed before, and a server that has them not shall still load the plugin.
 */
final class CredentialsOfTeamCity implements ConnectionCredentials {
    private static final String PACKAGE = "jetbrains.buildServer.serverSide.connections.credentials.";

    private final ServiceLocator services;

    CredentialsOfTeamCity(ServiceLocator services) {
        this.services = services;
    }

    @Override
    public ConnectionAccess of(SProject project, ConnectionAccess asked) throws ConnectionRefused {
        AwsConnection connection = AwsConnection.usableIn(project, asked.id());
        Map<?, ?> given = ask(project, connection, asked.minutes());
        Optional<String> keyId = text(given, "awsAccessKeyId");
        Optional<String> secret = text(given, "awsSecretAccessKey");
        if (keyId.isEmpty() || secret.isEmpty()) {
            throw new ConnectionRefused("AWS connection " + connection + " gave no access keys");
        }
        Optional<Secret> token = text(given, "awsSessionToken").map(Secret::of);
        return new ConnectionAccess(
                asked.id(),
                asked.minutes(),
                Optional.of(new AwsAccess.Keys(keyId.get(), Secret.of(secret.get()), token)),
                text(given, "awsRegionName").flatMap(CredentialsOfTeamCity::region),
                Optional.empty(),
                Optional.empty());
    }

    private Map<?, ?> ask(SProject project, AwsConnection connection, int minutes) throws ConnectionRefused {
        try {
            Class<?> type = Class.forName(PACKAGE + "ProjectConnectionCredentialsManager");
            Object manager = services.findSingletonService(type);
            if (manager == null) {
                throw notThere();
            }
            Object credentials = type.getMethod("requestConnectionCredentials", SProject.class, String.class, Map.class)
                    .invoke(manager, project, connection.id(), Map.of("awsSessionDuration", Integer.toString(minutes)));
            Object properties = Class.forName(PACKAGE + "ConnectionCredentials")
                    .getMethod("getProperties")
                    .invoke(credentials);
            return (Map<?, ?>) properties;
        } catch (InvocationTargetException refusal) {
            throw new ConnectionRefused(
                    "AWS connection " + connection + " gave no credentials: " + reason(refusal.getTargetException()));
        } catch (ReflectiveOperationException | LinkageError missing) {
            throw notThere();
        }
    }

    private static ConnectionRefused notThere() {
        return new ConnectionRefused(
                "This TeamCity server has no way to ask a connection for credentials; there is one since 2023.11."
                        + " Use the build feature \"AWS Credentials\" instead");
    }

    private static String reason(Throwable refusal) {
        return refusal.getMessage() == null ? refusal.getClass().getSimpleName() : refusal.getMessage();
    }

    private static Optional<String> text(Map<?, ?> given, String name) {
        return Optional.ofNullable(given.get(name)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    private static Optional<AwsRegion> region(String text) {
        try {
            return Optional.of(new AwsRegion(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
