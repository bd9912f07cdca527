package org.ecsdelivery.engine.coverage.path;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where build services and images usually put a checkout. */
final class BuildServices {
    private static final List<Pattern> CHECKOUTS = List.of(
            at("/home/runner/work/[^/]+/[^/]+/"),
            at("/github/workspace/"),
            at("/builds/[^/]+/[^/]+/"),
            at("(/opt/buildagent|/opt/teamcity-agent|[A-Za-z]:/(BuildAgent|TeamCity/buildAgent))/work/[^/]+/"),
            at("/mnt/agent/work/[^/]+/"),
            at("[A-Za-z]:/a/[^/]+/[^/]+/"),
            at("/(var/jenkins_home|home/jenkins(/agent)?|var/lib/jenkins)/workspace/[^/]+/"),
            at("/opt/atlassian/pipelines/agent/build/"),
            at("/home/circleci/(project|repo)/"),
            at("/codebuild/output/src\\d+/src/[^/]+/([^/]+/){0,2}?"),
            at("/drone/src/"),
            at("/home/travis/build/[^/]+/[^/]+/"),
            at("/(usr/src/app|usr/src|usr/app|usr/local/app)/"),
            at("/(app|src|code|workspace|work|repo|project|build|data|source|var/www(/html)?)/"),
            at("/home/(node|app|user)/(app/)?"),
            at("/root/(project|app|repo)/"));

    private BuildServices() {}

    private static Pattern at(String start) {
        return Pattern.compile("^" + start + "(?=.)");
    }

    /** Returns the path without the first such directory that leaves a file of the checkout. */
    static Optional<String> without(String path, CheckoutFiles files) {
        for (Pattern checkout : CHECKOUTS) {
            Matcher start = checkout.matcher(path);
            if (start.find() && files.has(path.substring(start.end()))) {
                return Optional.of(path.substring(start.end()));
            }
        }
        return Optional.empty();
    }
}
