package jetbrains.buildServer.serverSide.buildDistribution;

import org.jetbrains.annotations.NotNull;

/** Why a build waits, in words. */
public class SimpleWaitReason implements WaitReason {
    private final String description;

    public SimpleWaitReason(@NotNull String description) {
        this.description = description;
    }

    @Override
    @NotNull
    public String getDescription() {
        return description;
    }
}
