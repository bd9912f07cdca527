package org.ecsdelivery.server.health;

import static org.ecsdelivery.common.settings.DeployParameters.IMAGE;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;

/** A tag that moves, deployed to a protected service: what is deployed depends on who pushed last. */
final class MutableImage implements RiskRule {
    private static final String NAME = ".*:(latest|main|master|develop|dev|stable|release|edge|nightly)";
    private static final String BRANCH =
            ".*:[^@/]*%(teamcity\\.build\\.branch|teamcity\\.build\\.vcs\\.branch\\.|vcsroot\\.)[^%]*%[^@/]*";
    private static final Pattern MOVES = Pattern.compile(NAME + "|" + BRANCH, Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Risk> in(Map<String, String> settings, Surroundings around) {
        DeployTarget target = new DeployTarget(settings, around.resolve());
        return target.images()
                .filter(image -> moves(image) || moves(around.resolve().apply(image)))
                .filter(image -> target.isProtected(around.names()))
                .distinct()
                .map(image -> new Risk(
                        ItemSeverity.WARN,
                        IMAGE,
                        "deploys " + image + ", a tag that moves, to a protected service",
                        "What is deployed depends on who pushed last, and not on what was built and tested.",
                        "Take what the image step pushed, %ecs-delivery.image.uri%, or a tag that is pushed once, such as"
                                + " the build number."));
    }

    private static boolean moves(String image) {
        return MOVES.matcher(image).matches();
    }
}
