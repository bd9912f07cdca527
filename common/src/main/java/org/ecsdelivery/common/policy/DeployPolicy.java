package org.ecsdelivery.common.policy;

import java.util.List;

/**
 * What one policy of a project demands.
 *
 * @param environments the services that it protects
 * @param branches the branches that may be deployed there; none for every branch
 * @param deployers who may deploy there; none for everybody
 * @param oneAtATime whether one deployment of a protected service excludes another
 * @param personalDeploys what personal builds may deploy to
 * @param personalImages what personal builds may push
 */
public record DeployPolicy(
        List<EnvironmentPattern> environments,
        List<BranchPattern> branches,
        List<Deployer> deployers,
        OneAtATime oneAtATime,
        PersonalDeploys personalDeploys,
        PersonalImages personalImages) {
    /** Copies the lists. */
    public DeployPolicy {
        environments = List.copyOf(environments);
        branches = List.copyOf(branches);
        deployers = List.copyOf(deployers);
    }

    /** Tells whether the policy protects the place. */
    public boolean protects(Place place) {
        return environments.stream().anyMatch(each -> each.covers(place));
    }

    boolean admits(BuildBranch branch) {
        return branches.isEmpty() || branches.stream().anyMatch(each -> each.covers(branch));
    }

    boolean admits(Starter starter) {
        return deployers.isEmpty() || deployers.stream().anyMatch(each -> each.covers(starter));
    }
}
