package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The services that one deploy step brings images to. Nearly always it is one.
 *
 * @param services the settings for each, in the order given
 * @param order whether one after the other
 * @param atOnce how many at the same time at most, where not
 * @param onFailure what becomes of the others when one is not deployed
 */
public record ServiceSet(List<DeploySettings> services, DeployOrder order, int atOnce, OnFailure onFailure) {
    /** Copies the list. */
    public ServiceSet {
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("there is no service");
        }
    }

    /** Tells whether there is one service, and so nothing to tell it from others. */
    public boolean isOne() {
        return services.size() == 1;
    }

    /** Returns the settings for the first; what is not said of one service is the same in all. */
    public DeploySettings first() {
        return services.get(0);
    }

    /** Returns the same services with other changes to the revision of each. */
    public ServiceSet with(UnaryOperator<RevisionChanges> others) {
        List<DeploySettings> changed = services.stream()
                .map(each -> each.changing(others.apply(each.changes())))
                .toList();
        return new ServiceSet(changed, order, atOnce, onFailure);
    }

    /** Returns how many are deployed at the same time at most. */
    public int lanes() {
        return order == DeployOrder.ORDERED ? 1 : Math.min(atOnce, services.size());
    }
}
