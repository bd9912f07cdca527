package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The general settings of a build configuration or template. What TeamCity does anyway is not written, unless it changes what a template
 * says.
 *
 * @param <S> the configuration itself
 */
public abstract sealed class General<S extends General<S>> extends Named<S> permits Configuration {
    private final SortedMap<String, Placed<String>> options = new TreeMap<>();

    General(AbsoluteId id, String name) {
        super(id, name);
    }

    final SortedMap<String, Placed<String>> options() {
        return Collections.unmodifiableSortedMap(options);
    }

    /** Sets an option by its raw name, for what has no method here. */
    public final S option(String option, String value) {
        options.put(option, Placed.here(value));
        return self();
    }

    private S option(String option, boolean value) {
        return option(option, Boolean.toString(value));
    }

    /** Numbers builds otherwise than by {@code %build.counter%}. */
    public final S buildNumber(String pattern) {
        return option("buildNumberPattern", pattern);
    }

    /** Publishes what rules such as {@code build/libs/*.jar => app} name. */
    public final S artifacts(String first, String... more) {
        return option("artifactRules", Lines.of(first, more));
    }

    /** Publishes artifacts of successful builds only. */
    public final S artifactsOfSuccessOnly() {
        return option("publishArtifactCondition", "SUCCESSFUL");
    }

    /** Runs no steps: the builds that it depends on are shown as one. */
    public final S composite() {
        return option("buildConfigurationType", "COMPOSITE").showDependenciesChanges();
    }

    /** Deploys: one build at a time, none with changes that nobody has committed, as TeamCity does when this type is chosen. */
    public final S deployment() {
        return option("buildConfigurationType", "DEPLOYMENT")
                .personalBuilds(false)
                .atOnce(1);
    }

    /** Allows or refuses builds with changes that nobody has committed. */
    public final S personalBuilds(boolean allowed) {
        return option("allowPersonalBuildTriggering", allowed);
    }

    /** Runs at most so many builds at the same time; 0 for any number. */
    public final S atOnce(int builds) {
        return option("maximumNumberOfBuilds", Integer.toString(builds));
    }

    /** Brings the sources to the agent in another way than TeamCity would choose. */
    public final S checkoutMode(CheckoutMode mode) {
        return option("checkoutMode", mode.name());
    }

    /** Brings the sources into a directory of one's own. */
    public final S checkoutDirectory(String path) {
        return option("checkoutDirectory", path);
    }

    /** Removes all files before each build. */
    public final S cleanCheckout() {
        return option("cleanBuild", true);
    }

    /** Builds only branches that rules such as {@code +:release/*} let through. */
    public final S branches(String first, String... more) {
        return option("branchFilter", Lines.of(first, more));
    }

    /** Builds the default branch or not. */
    public final S defaultBranch(boolean built) {
        return option("buildDefaultBranch", built);
    }

    /** Shows the changes of builds that it depends on. */
    public final S showDependenciesChanges() {
        return option("showDependenciesChanges", true);
    }

    /** Fails a build that runs longer; TeamCity counts whole minutes. */
    public final S timeout(Duration limit) {
        return option("executionTimeoutMin", Long.toString(limit.toMinutes()));
    }

    /** Fails a build when a step ends with another exit code than 0, or not. */
    public final S failOnExitCode(boolean fails) {
        return option("shouldFailBuildOnBadExitCode", fails);
    }

    /** Fails a build when a test fails, or not. */
    public final S failOnFailedTests(boolean fails) {
        return option("shouldFailBuildIfTestsFailed", fails);
    }

    /** Fails a build when a runner logs an error, or not. */
    public final S failOnErrorMessage(boolean fails) {
        return option("shouldFailBuildOnAnyErrorMessage", fails);
    }

    /** Fails a build when Java runs out of memory or crashes, or not. */
    public final S failOnCrash(boolean fails) {
        return option("shouldFailBuildOnOOMEOrCrash", fails);
    }

    /** Lets a test count as passed that fails and then passes in the same build. */
    public final S testRetry() {
        return option("supportTestRetry", true);
    }

    /** Tells when a build seems to hang, or not. */
    public final S hangDetection(boolean on) {
        return option("enableHangingBuildsDetection", on);
    }

    /** Lets anybody see the status of the last build without an account. */
    public final S publicStatus() {
        return option("allowExternalStatus", true);
    }
}
