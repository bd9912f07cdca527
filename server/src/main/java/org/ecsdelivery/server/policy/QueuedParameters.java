package org.ecsdelivery.server.policy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuildType;

/** The parameters of a build that has not started: those that were given for it, and behind them those of its configuration. */
final class QueuedParameters {
    private static final Pattern REFERENCE = Pattern.compile("%([^%\\s]+)%");
    private static final int DEEPEST = 20;

    private final Map<String, String> given;
    private final ParametersProvider configured;

    QueuedParameters(BuildPromotion build, SBuildType configuration) {
        this.given = build.getCustomParameters();
        this.configured = configuration.getParametersProvider();
    }

    /** Puts in what is known; a reference that nobody knows stays. */
    String resolve(String text) {
        return resolve(text, DEEPEST);
    }

    private String resolve(String text, int deep) {
        return deep == 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(reference -> Matcher.quoteReplacement(value(reference.group(1))
                                .map(value -> resolve(value, deep - 1))
                                .orElse(reference.group())));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name)).or(() -> Optional.ofNullable(configured.get(name)));
    }
}
