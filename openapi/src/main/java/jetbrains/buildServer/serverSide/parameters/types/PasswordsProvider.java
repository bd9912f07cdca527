package jetbrains.buildServer.serverSide.parameters.types;

import java.util.Collection;
import jetbrains.buildServer.serverSide.Parameter;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.ServerExtension;
import org.jetbrains.annotations.NotNull;

/** Names parameters whose values TeamCity shows nowhere: neither in the build log nor on the page of the build's parameters. */
public interface PasswordsProvider extends ServerExtension {
    @NotNull
    Collection<Parameter> getPasswordParameters(@NotNull SBuild build);
}
