package org.ecsdelivery.server.policy;

import java.util.stream.Collectors;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.policy.DeployPolicy;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.policy.PolicySource;

/** Reads the policies of a project and of those around it. */
public final class ProjectPolicies {
    private ProjectPolicies() {}

    /** Returns what all of them come to. */
    public static EffectivePolicy of(SProject project) {
        EffectivePolicy all = EffectivePolicy.none();
        for (SProject each : project.getProjectPath()) {
            for (SProjectFeatureDescriptor feature : each.getOwnFeaturesOfType(PolicyParameters.TYPE)) {
                all = all.and(one(each, feature));
            }
        }
        return all;
    }

    private static EffectivePolicy one(SProject project, SProjectFeatureDescriptor feature) {
        PolicySource source = new PolicySource(project.getFullName(), feature.getId());
        Parsed<DeployPolicy> parsed = PolicyParameters.parse(feature.getParameters());
        return parsed instanceof Parsed.Valid<DeployPolicy> valid
                ? EffectivePolicy.of(source, valid.settings())
                : EffectivePolicy.unreadable(
                        source,
                        parsed.invalidParameters().stream()
                                .map(InvalidParameter::sentence)
                                .collect(Collectors.joining(" ")));
    }
}
