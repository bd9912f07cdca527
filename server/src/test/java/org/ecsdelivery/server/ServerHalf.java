package org.ecsdelivery.server;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;

/** What a run type sees of a server: a registry that remembers, and the plugin unpacked under one path. */
final class ServerHalf {
    static final String RESOURCES = "/plugins/ecs-delivery/";

    private final Map<String, RunType> registered = new LinkedHashMap<>();

    static ImageRunType imageStep() {
        ServerHalf server = new ServerHalf();
        return new ImageRunType(server.registry(), server.plugin());
    }

    static DeployRunType deployStep() {
        ServerHalf server = new ServerHalf();
        return new DeployRunType(server.registry(), server.plugin());
    }

    static TaskRunType taskStep() {
        ServerHalf server = new ServerHalf();
        return new TaskRunType(server.registry(), server.plugin());
    }

    static DoctorRunType doctorStep() {
        ServerHalf server = new ServerHalf();
        return new DoctorRunType(server.registry(), server.plugin());
    }

    static SetupRunType setupStep() {
        ServerHalf server = new ServerHalf();
        return new SetupRunType(server.registry(), server.plugin());
    }

    static CoverageRunType coverageStep() {
        ServerHalf server = new ServerHalf();
        return new CoverageRunType(server.registry(), server.plugin());
    }

    static EnvFileBuildFeature envFileFeature() {
        return new EnvFileBuildFeature(new ServerHalf().plugin());
    }

    static List<String> refused(RunType step, Map<String, String> given) {
        return step.getRunnerPropertiesProcessor().process(given).stream()
                .map(InvalidProperty::getPropertyName)
                .toList();
    }

    static Map<String, String> defaultsAnd(RunType step, String... more) {
        Map<String, String> given = new LinkedHashMap<>(step.getDefaultRunnerProperties());
        for (int index = 0; index < more.length; index += 2) {
            given.put(more[index], more[index + 1]);
        }
        return given;
    }

    Map<String, RunType> registered() {
        return registered;
    }

    /** A proxy, because TeamCity's own registry has more methods than the plugin knows. */
    RunTypeRegistry registry() {
        return answering(RunTypeRegistry.class, (method, argument) -> {
            switch (method) {
                case "registerRunType" -> registered.put(((RunType) argument).getType(), (RunType) argument);
                case "unregisterRunType" -> registered.remove((String) argument);
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
    }

    PluginDescriptor plugin() {
        return answering(PluginDescriptor.class, (method, argument) -> {
            if (method.equals("getPluginResourcesPath")) {
                return RESOURCES + argument;
            }
            throw new UnsupportedOperationException(method);
        });
    }

    private interface Answers {
        Object to(String method, Object argument);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default ->
                        answers.to(
                                method.getName(),
                                Stream.ofNullable(arguments)
                                        .flatMap(Stream::of)
                                        .findFirst()
                                        .orElse(""));
                }));
    }
}
