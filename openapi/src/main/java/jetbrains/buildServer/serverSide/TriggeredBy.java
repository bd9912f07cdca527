package jetbrains.buildServer.serverSide;

import java.util.Date;
import java.util.Map;
import jetbrains.buildServer.users.SUser;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Who or what started a build. */
public interface TriggeredBy {
    @NotNull
    String getAsString();

    String getRawTriggeredBy();

    boolean isTriggeredByUser();

    @Nullable
    SUser getUser();

    @NotNull
    Date getTriggeredDate();

    @NotNull
    Map<String, String> getParameters();
}
