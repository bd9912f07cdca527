package org.ecsdelivery.engine.ecs;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceChanges;

/**
 * Where the tasks of a service are placed, and what tags they get (ECS API reference, Service).
 *
 * @param launchType FARGATE, EC2 or EXTERNAL; empty where capacity providers count
 * @param providers the capacity providers; none where the launch type counts
 * @param propagated whose tags tasks get when they start
 */
public record ServiceTraits(String launchType, List<CapacityShare> providers, PropagateTags propagated) {
    /** Nothing is known. */
    public static final ServiceTraits UNKNOWN = new ServiceTraits("", List.of(), PropagateTags.NONE);

    /** Copies the list. */
    public ServiceTraits {
        providers = List.copyOf(providers);
    }

    /** Tells whether tasks are placed just so already; the order of capacity providers says nothing. */
    public boolean places(List<CapacityShare> wanted) {
        return new HashSet<>(providers).equals(new HashSet<>(wanted));
    }

    /** Returns these traits with the changes. */
    public ServiceTraits changedBy(ServiceChanges changes) {
        boolean stays = changes.providers().isEmpty() || places(changes.providers());
        return new ServiceTraits(
                stays ? launchType : "",
                stays ? providers : changes.providers(),
                changes.propagateTags().orElse(propagated));
    }

    /** Says where tasks are placed. */
    public String placement() {
        if (providers.isEmpty()) {
            return launchType.isEmpty() ? "" : "launch type " + launchType;
        }
        return providers.stream().map(CapacityShare::toString).collect(Collectors.joining(", "));
    }
}
