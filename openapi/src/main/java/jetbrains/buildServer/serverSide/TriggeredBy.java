package jetbrains.buildServer.serverSide;

import java.util.Date;
import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** Who or what started a build. */
public interface TriggeredBy {
    @NotNull
    String getAsString();

    String getRawTriggeredBy();

    boolean isTriggeredByUser();

    @NotNull
    Date getTriggeredDate();

    @NotNull
    Map<String, String> getParameters();
}
