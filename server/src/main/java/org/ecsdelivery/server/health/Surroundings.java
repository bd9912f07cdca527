package org.ecsdelivery.server.health;

import java.util.function.UnaryOperator;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.util.Option;
import org.ecsdelivery.server.policy.ProjectPolicies;
import org.jspecify.annotations.Nullable;

/**
 * What matters of the build configuration in which a step stands.
 *
 * @param names which clusters and services are protected
 * @param limitMinutes after how many minutes TeamCity stops its builds; 0 for never
 * @param personalBuilds whether it may be run as a personal build
 * @param resolve replaces references to parameters of the configuration and of what it inherits from; what only builds know stays. What
 *     comes out is compared and never shown: it may be the value of a password.
 */
record Surroundings(ProtectedNames names, int limitMinutes, boolean personalBuilds, UnaryOperator<String> resolve) {

    static Surroundings of(SBuildType buildType) {
        return new Surroundings(
                ProtectedNames.of(buildType.getConfigParameters(), ProjectPolicies.of(buildType.getProject())),
                option(buildType, "executionTimeoutMin") instanceof Integer minutes ? minutes : 0,
                Boolean.TRUE.equals(option(buildType, "allowPersonalBuildTriggering")),
                text -> buildType.getValueResolver().resolve(text).getResult());
    }

    /** Asks by the name in versioned settings: the types of TeamCity's constants are not ours to rely on. */
    private static @Nullable Object option(SBuildType buildType, String key) {
        Option<?> option = Option.fromKey(key);
        return option == null ? null : buildType.getOption(option);
    }
}
