package jetbrains.buildServer;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Finds beans of TeamCity by their types. */
public interface ServiceLocator {
    @Nullable
    <T> T findSingletonService(@NotNull Class<T> serviceClass);
}
