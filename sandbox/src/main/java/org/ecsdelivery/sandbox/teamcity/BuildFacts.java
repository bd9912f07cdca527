package org.ecsdelivery.sandbox.teamcity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import org.jspecify.annotations.Nullable;

/** What a build reports about itself while it runs. */
final class BuildFacts {
    private final BuildParameters parameters;
    private final PublishedArtifacts artifacts;
    private final Map<String, BuildProblemData> problems = new LinkedHashMap<>();
    private final Map<String, BigDecimal> statistics = new TreeMap<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private Optional<String> statusText = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private volatile Predicate<ServiceMessage> translator = message -> false;
    private volatile boolean cutOff;
    private String buildNumber;

    BuildFacts(BuildParameters parameters, PublishedArtifacts artifacts, String buildNumber) {
        this.parameters = parameters;
        this.artifacts = artifacts;
        this.buildNumber = buildNumber;
    }

    BuildParameters parameters() {
        return parameters;
    }

    PublishedArtifacts artifacts() {
        return artifacts;
    }

    /** Adds a problem; TeamCity shows one of each identity. */
    synchronized void problem(BuildProblemData problem) {
        problems.putIfAbsent(problem.getType() + "/" + problem.getIdentity(), problem);
    }

    synchronized List<BuildProblemData> problems() {
        return new ArrayList<>(problems.values());
    }

    synchronized void statistic(String key, BigDecimal value) {
        statistics.put(key, value);
    }

    synchronized Map<String, BigDecimal> statistics() {
        return Map.copyOf(statistics);
    }

    synchronized void tag(String tag) {
        tags.add(tag);
    }

    synchronized Set<String> tags() {
        return Set.copyOf(tags);
    }

    /** Has the plugin's server half take service messages that it knows. */
    void translatedBy(Predicate<ServiceMessage> plugin) {
        translator = plugin;
    }

    /** Tells whether the plugin's server half took a service message. */
    boolean isTaken(ServiceMessage message) {
        return translator.test(message);
    }

    /** Nothing that the agent sends reaches the server any more. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    synchronized void comment(@Nullable String text) {
        comment = Optional.ofNullable(text);
    }

    synchronized Optional<String> comment() {
        return comment;
    }

    synchronized void statusText(String text) {
        statusText = Optional.of(text);
    }

    synchronized Optional<String> statusText() {
        return statusText;
    }

    synchronized void buildNumber(String number) {
        buildNumber = number;
    }

    synchronized String buildNumber() {
        return buildNumber;
    }
}
