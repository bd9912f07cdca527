package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.Parameter;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.util.PasswordReplacer;
import jetbrains.buildServer.util.positioning.PositionAware;

/**
 * Lets a plugin change a build before it is sent. TeamCity collects passwords in a processor of its own: only what wants to stand
 * before it does, so a password that comes later is not masked.
 */
final class StartProcessors {
    private static final String PASSWORDS =
            "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor";

    private final LocalServer server;
    private final PasswordReplacer passwords;

    StartProcessors(LocalServer server, PasswordReplacer passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    void run(BuildStartContext context) {
        Map<Boolean, List<BuildStartContextProcessor>> byPlace =
                server.extensions(BuildStartContextProcessor.class).stream()
                        .collect(Collectors.partitioningBy(StartProcessors::standsBeforePasswords));
        byPlace.getOrDefault(true, List.of()).forEach(processor -> processor.updateParameters(context));
        server.extensions(PasswordsProvider.class).stream()
                .map(provider -> provider.getPasswordParameters(context.getBuild()))
                .flatMap(Collection::stream)
                .map(Parameter::getValue)
                .forEach(passwords::addPassword);
        byPlace.getOrDefault(false, List.of()).forEach(processor -> processor.updateParameters(context));
    }

    private static boolean standsBeforePasswords(BuildStartContextProcessor processor) {
        return processor instanceof PositionAware placed
                && placed.getConstraint().getBefore().contains(PASSWORDS);
    }
}
