package jetbrains.buildServer.serverSide.executors;

import java.util.concurrent.ScheduledExecutorService;
import org.jetbrains.annotations.NotNull;

/** The server's own threads; a Spring bean of TeamCity. */
public interface ExecutorServices {
    @NotNull
    ScheduledExecutorService getNormalExecutorService();
}
