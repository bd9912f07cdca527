/** Stand-ins for types of TeamCity's core that the plugin calls by their names only. */
@NullMarked
package jetbrains.buildServer.serverSide.connections.credentials;

import org.jspecify.annotations.NullMarked;
