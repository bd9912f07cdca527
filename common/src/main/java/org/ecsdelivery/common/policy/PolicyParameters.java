package org.ecsdelivery.common.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters of the project feature that is a policy, and their one parser. */
public final class PolicyParameters {
    /** The type of the project feature. */
    public static final String TYPE = "ecs-delivery-policy";

    /** The protected environments. */
    public static final Parameter ENVIRONMENTS = Parameter.lines(
            "policy.environments",
            "Protected environments",
            "Enter cluster/service, or a cluster for all that is in it, separated by commas, blanks or line ends; * stands for"
                    + " any characters.");
    /** The branches. */
    public static final Parameter BRANCHES = Parameter.lines(
            "policy.branches",
            "Branches that may be deployed",
            "Enter branches as TeamCity shows them, or <default>, separated by commas, blanks or line ends; * stands for any"
                    + " characters. Leave it empty for every branch.");
    /** Who may deploy. */
    public static final Parameter DEPLOYERS = Parameter.lines(
            "policy.deployers",
            "Who may deploy",
            "Enter user names, group:KEY for a user group, and <automatic> for builds that nobody started by hand, separated"
                    + " by commas or line ends. Leave it empty for everybody who may run the build.");
    /** One at a time. */
    public static final Parameter ONE_AT_A_TIME = Parameter.choice(
            "policy.oneAtATime",
            "One deployment of a service at a time",
            "OFF: builds do not look at each other. QUEUE: the younger build waits. CANCEL_OLDER: the older build is stopped,"
                    + " where its policy says so too. REFUSE: the younger build fails.",
            List.of("OFF", "QUEUE", "CANCEL_OLDER", "REFUSE"));
    /** What personal builds deploy to. */
    public static final Parameter PERSONAL_DEPLOYS = Parameter.choice(
            "policy.personalDeploys",
            "Personal builds deploy to",
            "NOTHING, or UNPROTECTED: services that no policy of the project or of those above it protects. Every policy must"
                    + " say so.",
            names(PersonalDeploys.values()));
    /** What personal builds push. */
    public static final Parameter PERSONAL_IMAGES = Parameter.choice(
            "policy.personalImages",
            "Personal builds push",
            "PERSONAL_TAGS: images with tags that begin with personal-. NOTHING: no image.",
            names(PersonalImages.values()));

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL =
            List.of(ENVIRONMENTS, BRANCHES, DEPLOYERS, ONE_AT_A_TIME, PERSONAL_DEPLOYS, PERSONAL_IMAGES);

    private PolicyParameters() {}

    /** Reads a policy, or all the problems. A reference to a parameter is a problem: a build must not decide what is allowed to it. */
    public static Parsed<DeployPolicy> parse(Map<String, String> given) {
        ParameterReader reader = new ParameterReader(given, References.RESOLVED);
        List<EnvironmentPattern> environments =
                list(reader, ENVIRONMENTS, text -> TextForms.list(text, EnvironmentPattern::parse));
        List<BranchPattern> branches = list(reader, BRANCHES, text -> TextForms.list(text, BranchPattern::new));
        List<Deployer> deployers = list(reader, DEPLOYERS, PolicyParameters::deployers);
        Optional<OneAtATime> once = reader.optional(ONE_AT_A_TIME, text -> TextForms.constant(OneAtATime.class, text));
        Optional<PersonalDeploys> deploys =
                reader.optional(PERSONAL_DEPLOYS, text -> TextForms.constant(PersonalDeploys.class, text));
        Optional<PersonalImages> images =
                reader.optional(PERSONAL_IMAGES, text -> TextForms.constant(PersonalImages.class, text));
        requireEnvironments(reader, once.orElse(OneAtATime.OFF));
        return reader.finish(() -> new DeployPolicy(
                environments,
                branches,
                deployers,
                once.orElse(OneAtATime.OFF),
                deploys.orElse(PersonalDeploys.NOTHING),
                images.orElse(PersonalImages.PERSONAL_TAGS)));
    }

    /** Returns the parameters of a policy; {@link #parse(Map)} reads the same policy out of them. */
    public static Map<String, String> of(DeployPolicy policy) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(ENVIRONMENTS.name(), lines(policy.environments()));
        given.put(BRANCHES.name(), lines(policy.branches()));
        given.put(DEPLOYERS.name(), lines(policy.deployers()));
        given.put(ONE_AT_A_TIME.name(), policy.oneAtATime().name());
        given.put(PERSONAL_DEPLOYS.name(), policy.personalDeploys().name());
        given.put(PERSONAL_IMAGES.name(), policy.personalImages().name());
        return given;
    }

    private static void requireEnvironments(ParameterReader reader, OneAtATime once) {
        boolean demands = reader.has(BRANCHES) || reader.has(DEPLOYERS) || once != OneAtATime.OFF;
        if (demands && !reader.has(ENVIRONMENTS)) {
            reader.reject(ENVIRONMENTS, "nothing is given that the rest could hold for", ENVIRONMENTS.help());
        }
    }

    private static <T> List<T> list(ParameterReader reader, Parameter parameter, Function<String, List<T>> parse) {
        return reader.optional(parameter, parse).orElse(List.of());
    }

    private static List<Deployer> deployers(String text) {
        return Arrays.stream(text.split("[,\\r\\n]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(Deployer::new)
                .toList();
    }

    private static String lines(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toList();
    }
}
