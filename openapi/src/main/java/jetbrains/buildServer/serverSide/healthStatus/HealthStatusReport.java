package jetbrains.buildServer.serverSide.healthStatus;

import java.util.Collection;
import jetbrains.buildServer.serverSide.ServerExtension;
import org.jetbrains.annotations.NotNull;

/** Looks for what is unhealthy; TeamCity runs it now and then, with the rights of the system. */
public abstract class HealthStatusReport implements ServerExtension {
    @NotNull
    public abstract String getType();

    @NotNull
    public abstract String getDisplayName();

    @NotNull
    public abstract Collection<ItemCategory> getCategories();

    public abstract boolean canReportItemsFor(@NotNull HealthStatusScope scope);

    public abstract void report(@NotNull HealthStatusScope scope, @NotNull HealthStatusItemConsumer resultConsumer);
}
