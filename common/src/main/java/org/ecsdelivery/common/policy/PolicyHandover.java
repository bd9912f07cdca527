package org.ecsdelivery.common.policy;

import java.util.List;
import java.util.Set;

/**
 * What the server tells a step of policies: the step knows what it changes, the server knows who started the build.
 *
 * @param policy what holds in the project of the build
 * @param build what policies ask of the build
 * @param watched the places of which the server could see to it that there is one deployment at a time
 * @param refusals why the step must not begin, whatever it changes
 */
public record PolicyHandover(EffectivePolicy policy, PolicedBuild build, Set<Place> watched, List<String> refusals) {
    /**
     * The runner parameter that it is told by. The server sets it when a build starts, over what the settings of the step or a
     * build's own parameters may hold under that name.
     */
    public static final String PARAMETER = "ecs-delivery.policy";

    /** Copies the collections. */
    public PolicyHandover {
        watched = Set.copyOf(watched);
        refusals = List.copyOf(refusals);
    }

    /** Returns the text that {@link #parse(String)} reads; it has no percent sign, which TeamCity would take for a reference. */
    public String text() {
        return HandoverText.write(this);
    }

    /**
     * Reads what {@link #text()} returns.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static PolicyHandover parse(String text) {
        return HandoverText.read(text);
    }
}
