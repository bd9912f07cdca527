package org.ecsdelivery.server;

import static org.ecsdelivery.common.policy.PolicyParameters.BRANCHES;
import static org.ecsdelivery.common.policy.PolicyParameters.DEPLOYERS;
import static org.ecsdelivery.common.policy.PolicyParameters.ENVIRONMENTS;
import static org.ecsdelivery.common.policy.PolicyParameters.ONE_AT_A_TIME;
import static org.ecsdelivery.common.policy.PolicyParameters.PERSONAL_DEPLOYS;
import static org.ecsdelivery.common.policy.PolicyParameters.PERSONAL_IMAGES;

import java.util.List;

/** How the page of a project's policies groups their fields; a bean that the page makes itself. */
public final class PolicyForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("Protection", List.of(ENVIRONMENTS, BRANCHES, DEPLOYERS, ONE_AT_A_TIME)),
            SettingsGroup.of("Personal builds", List.of(PERSONAL_DEPLOYS, PERSONAL_IMAGES)));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
