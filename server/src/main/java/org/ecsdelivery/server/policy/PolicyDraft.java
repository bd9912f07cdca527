package org.ecsdelivery.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a policy.
 *
 * @param feature the id of the policy; empty for a new one
 * @param values what was entered, by parameter
 * @param problems what is wrong with it
 */
record PolicyDraft(String feature, Map<String, String> values, List<InvalidParameter> problems) {
    private static final String KEY = "ecs-delivery.policyDraft.";

    PolicyDraft {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    static PolicyDraft blank() {
        return new PolicyDraft("", Map.of(), List.of());
    }

    /** Returns a policy of the project itself; settings written by hand or in code can be wrong too. */
    static Optional<PolicyDraft> stored(SProject project, @Nullable String feature) {
        return own(project, feature).map(each -> of(each.getId(), each.getParameters()));
    }

    /** Returns what was entered, with what is wrong with it. */
    static PolicyDraft of(String feature, Map<String, String> values) {
        return new PolicyDraft(feature, values, PolicyParameters.parse(values).invalidParameters());
    }

    static Optional<SProjectFeatureDescriptor> own(SProject project, @Nullable String feature) {
        return project.getOwnFeaturesOfType(PolicyParameters.TYPE).stream()
                .filter(each -> each.getId().equals(feature))
                .findFirst();
    }

    /** Keeps what was refused until the page is shown again. */
    void keep(HttpSession session, String project) {
        session.setAttribute(KEY + project, this);
    }

    /** Returns what was refused last, once; a draft that an older version of the plugin left there is none. */
    static Optional<PolicyDraft> taken(HttpSession session, String project) {
        Object kept = session.getAttribute(KEY + project);
        session.removeAttribute(KEY + project);
        return Optional.ofNullable(kept).filter(PolicyDraft.class::isInstance).map(PolicyDraft.class::cast);
    }
}
