package org.ecsdelivery.agent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.image.BuildFacts;

/** What others may want to know of the build that made an image or a revision. */
final class BuildTraits {
    private static final int LONGEST_TAG_VALUE = 256;

    private final AgentRunningBuild build;
    private final BuildRunnerContext context;

    BuildTraits(AgentRunningBuild build, BuildRunnerContext context) {
        this.build = build;
        this.context = context;
    }

    /** Returns the facts for an image. */
    BuildFacts facts(Instant now) {
        return new BuildFacts(
                parameter("build.vcs.number"),
                parameter("vcsroot.url").map(BuildTraits::withoutCredentials),
                present(build.getBuildNumber()),
                url(),
                now);
    }

    /**
     * Returns the tags of a task definition revision (Amazon ECS developer guide, "Tagging your Amazon ECS resources": values of
     * at most 256 letters, digits, spaces and {@code + - = . _ : / @}).
     */
    Map<String, String> revisionTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(BuildTags.BUILD_ID, String.valueOf(build.getBuildId()));
        url().ifPresent(url -> tags.put(BuildTags.BUILD_URL, tagValue(url)));
        tags.put(BuildTags.BUILD_TYPE, tagValue(build.getBuildTypeExternalId()));
        return tags;
    }

    /** The short address has none of the characters that tags must not have; the long one often has. */
    private Optional<String> url() {
        return parameter("teamcity.serverUrl")
                .map(server -> server.replaceAll("/+$", "") + "/build/" + build.getBuildId())
                .or(() -> Optional.ofNullable(
                        context.getBuildParameters().getEnvironmentVariables().get("BUILD_URL")));
    }

    private Optional<String> parameter(String name) {
        return Stream.of(
                        context.getConfigParameters(),
                        context.getBuildParameters().getSystemProperties())
                .flatMap(each -> Stream.ofNullable(each.get(name)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String withoutCredentials(String url) {
        return url.replaceFirst("://[^/@]*@", "://");
    }

    private static String tagValue(String text) {
        String allowed = text.replaceAll("[^\\p{L}\\p{Nd} +\\-=._:/@]", "_");
        return allowed.substring(0, Math.min(allowed.length(), LONGEST_TAG_VALUE));
    }
}
