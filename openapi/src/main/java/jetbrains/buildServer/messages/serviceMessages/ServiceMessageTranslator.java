package jetbrains.buildServer.messages.serviceMessages;

import java.util.List;
import jetbrains.buildServer.messages.BuildMessage1;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.ServerExtension;
import org.jetbrains.annotations.NotNull;

/** Takes the service messages of one name; what it returns goes to the build log in their place. */
public interface ServiceMessageTranslator extends ServerExtension {
    @NotNull
    List<BuildMessage1> translate(
            @NotNull SRunningBuild build,
            @NotNull BuildMessage1 originalMessage,
            @NotNull ServiceMessage serviceMessage);

    @NotNull
    String getServiceMessageName();
}
