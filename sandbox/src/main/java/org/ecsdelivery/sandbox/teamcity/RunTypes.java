package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import org.ecsdelivery.sandbox.teamcity.commandline.CommandLineRunType;
import org.jspecify.annotations.Nullable;

/** TeamCity's own run types, and those that registered themselves. */
final class RunTypes implements RunTypeRegistry {
    private static final RunType COMMAND_LINE = new CommandLineRunType();

    private final Map<String, RunType> types =
            new ConcurrentSkipListMap<>(Map.of(COMMAND_LINE.getType(), COMMAND_LINE));

    @Override
    public void registerRunType(RunType runType) {
        if (types.putIfAbsent(runType.getType(), runType) != null) {
            throw new IllegalStateException("The run type " + runType.getType() + " is registered twice.");
        }
    }

    @Override
    public void unregisterRunType(String type) {
        types.remove(type);
    }

    @Override
    public @Nullable RunType findRunType(String type) {
        return types.get(type);
    }

    /** Returns those that a plugin brought. */
    List<RunType> ofPlugins() {
        return types.values().stream().filter(type -> type != COMMAND_LINE).toList();
    }

    @Override
    public Collection<? extends RunType> getRegisteredRunTypes() {
        return List.copyOf(new TreeMap<>(types).values());
    }
}
