package org.ecsdelivery.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.Place;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/**
 * Tells what a step will change, as far as the server can know: a name with a parameter that only the build sets is left out, and decided
 * on by the agent.
 */
public final class StepTargets {
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:ecs:([^:]+):(\\d{12}):.+");
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/.+");

    private final Map<String, String> parameters;
    private final UnaryOperator<String> resolve;

    private StepTargets(Map<String, String> parameters, UnaryOperator<String> resolve) {
        this.parameters = parameters;
        this.resolve = resolve;
    }

    /** Returns the services that a step deploys to. */
    static List<Target> deployedBy(String type, Map<String, String> parameters, UnaryOperator<String> resolve) {
        StepTargets step = new StepTargets(parameters, resolve);
        return type.equals(RunTypeId.DEPLOY)
                        && !step.value(DeployParameters.DRY_RUN).equals("true")
                ? step.services()
                : List.of();
    }

    /** Returns where a step changes something: services, or a cluster in which it runs tasks. */
    public static List<Place> changedBy(String type, Map<String, String> parameters, UnaryOperator<String> resolve) {
        if (type.equals(RunTypeId.TASK)) {
            return new StepTargets(parameters, resolve).task();
        }
        return deployedBy(type, parameters, resolve).stream().map(Target::place).toList();
    }

    private List<Target> services() {
        List<Target> targets = new ArrayList<>();
        String cluster = value(DeployParameters.CLUSTER);
        for (String service : ServiceSetParameters.services(value(DeployParameters.SERVICE))) {
            place(cluster, service)
                    .map(place -> target(place, cluster, service))
                    .ifPresent(targets::add);
        }
        return targets;
    }

    private List<Place> task() {
        String cluster = value(TaskParameters.CLUSTER);
        boolean besideService = value(TaskParameters.LAUNCH).equalsIgnoreCase(LaunchOn.SERVICE.name());
        return (besideService ? place(cluster, value(TaskParameters.SERVICE)) : place(cluster))
                .stream().toList();
    }

    private static Optional<Place> place(String cluster, String service) {
        try {
            return Optional.of(Place.of(ClusterName.parse(cluster), ServiceName.parse(service)));
        } catch (IllegalArgumentException noName) {
            // the agent says what is wrong with it, once it is known
            return Optional.empty();
        }
    }

    private static Optional<Place> place(String cluster) {
        try {
            return Optional.of(new Place(ClusterName.parse(cluster), Optional.empty()));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private Target target(Place place, String cluster, String service) {
        return new Target(
                place,
                group(ARN, service, 2)
                        .or(() -> group(ARN, cluster, 2))
                        .or(() -> group(ROLE, value(AwsParameters.ROLE_ARN), 1)),
                group(ARN, service, 1)
                        .or(() -> group(ARN, cluster, 1))
                        .or(() -> Optional.of(value(AwsParameters.REGION))
                                .filter(text -> !text.isEmpty() && !text.contains("%"))),
                Optional.of(value(AwsParameters.ENDPOINT)).filter(text -> !text.isEmpty()));
    }

    private static Optional<String> group(Pattern form, String text, int group) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private String value(Parameter parameter) {
        return resolve.apply(parameters.getOrDefault(parameter.name(), "")).strip();
    }
}
