package org.ecsdelivery.server.access;

import jetbrains.buildServer.serverSide.SProject;
import org.ecsdelivery.common.settings.ConnectionAccess;

/** Where connections give their credentials. */
interface ConnectionCredentials {
    /**
     * Asks a connection for credentials.
     *
     * @return what was asked for, with keys and Region
     * @throws ConnectionRefused when it gives none
     */
    ConnectionAccess of(SProject project, ConnectionAccess asked) throws ConnectionRefused;
}
