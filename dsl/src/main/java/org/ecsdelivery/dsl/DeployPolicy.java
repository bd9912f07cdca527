package org.ecsdelivery.dsl;

import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.PersonalDeploys;
import org.ecsdelivery.common.policy.PersonalImages;
import org.ecsdelivery.common.policy.PolicyParameters;

/**
 * Says what builds of a project and of those below it may deploy. A project below can add policies, but take none back. No text may hold a
 * parameter reference: a build must not decide what is allowed to it.
 */
public final class DeployPolicy implements ProjectFeature {
    private final SettingValues values;
    private final StepParameters parameters;

    private DeployPolicy(SettingValues values, StepParameters parameters) {
        this.values = values;
        this.parameters = parameters;
    }

    /** Returns a policy for services, each {@code cluster/service} or a whole cluster, where {@code *} stands for any characters. */
    public static DeployPolicy protecting(String environment, String... more) {
        return forPersonalBuilds().with(PolicyParameters.ENVIRONMENTS, Lines.of(environment, more));
    }

    /** Returns a policy that protects no service, and only says what personal builds may do. */
    public static DeployPolicy forPersonalBuilds() {
        return new DeployPolicy(SettingValues.of(PolicyParameters.TYPE), StepParameters.none());
    }

    /** Returns this policy letting only these branches be deployed; {@code *} stands for any characters. */
    public DeployPolicy branches(String branch, String... more) {
        return with(PolicyParameters.BRANCHES, Lines.of(branch, more));
    }

    /** Returns this policy letting only the default branch be deployed. */
    public DeployPolicy defaultBranchOnly() {
        return branches("<default>");
    }

    /** Returns this policy letting one more user deploy; as long as nobody is named, everybody may. */
    public DeployPolicy user(String name) {
        return withLine(name);
    }

    /** Returns this policy letting one more user group deploy, by its key. */
    public DeployPolicy group(String key) {
        return withLine("group:" + key);
    }

    /** Returns this policy letting builds deploy that nobody started by hand. */
    public DeployPolicy automaticBuilds() {
        return withLine("<automatic>");
    }

    /** Returns this policy letting one build deploy to a service at a time. */
    public DeployPolicy oneAtATime(OneAtATime rule) {
        return with(PolicyParameters.ONE_AT_A_TIME, rule.name());
    }

    /** Returns this policy with what personal builds may deploy to. */
    public DeployPolicy personalDeploys(PersonalDeploys allowed) {
        return with(PolicyParameters.PERSONAL_DEPLOYS, allowed.name());
    }

    /** Returns this policy with what personal builds may push. */
    public DeployPolicy personalImages(PersonalImages allowed) {
        return with(PolicyParameters.PERSONAL_IMAGES, allowed.name());
    }

    /** Returns this policy under an id, by which messages name it. */
    public DeployPolicy id(String id) {
        return new DeployPolicy(values.id(id), parameters);
    }

    @Override
    public String id() {
        return values.id();
    }

    @Override
    public String type() {
        return values.type();
    }

    @Override
    public Map<String, String> parameters() {
        return parameters.inOrderOf(PolicyParameters.ALL);
    }

    private DeployPolicy with(Parameter parameter, String value) {
        return new DeployPolicy(values, parameters.with(parameter, value));
    }

    private DeployPolicy withLine(String deployer) {
        return new DeployPolicy(values, parameters.withLine(PolicyParameters.DEPLOYERS, deployer));
    }
}
