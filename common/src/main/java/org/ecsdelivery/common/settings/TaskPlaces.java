package org.ecsdelivery.common.settings;

import static org.ecsdelivery.common.settings.TaskParameters.LAUNCH;
import static org.ecsdelivery.common.settings.TaskParameters.PROVIDERS;
import static org.ecsdelivery.common.settings.TaskParameters.PUBLIC_IP;
import static org.ecsdelivery.common.settings.TaskParameters.SECURITY_GROUPS;
import static org.ecsdelivery.common.settings.TaskParameters.SERVICE;
import static org.ecsdelivery.common.settings.TaskParameters.SUBNETS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.ServiceName;

/** Reads where a task runs: parameters that fit together, or each with what it lacks. */
final class TaskPlaces {
    private static final Pattern SUBNET = Pattern.compile("subnet-[0-9a-zA-Z]+");
    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-[0-9a-zA-Z]+");

    private TaskPlaces() {}

    static Optional<TaskPlacement> read(ParameterReader reader) {
        Optional<LaunchOn> given = reader.optional(LAUNCH, text -> TextForms.constant(LaunchOn.class, text));
        Optional<ServiceName> service = reader.optional(SERVICE, ServiceName::parse);
        Optional<Map<String, Integer>> providers = reader.optional(PROVIDERS, TaskPlaces::weights);
        Optional<TaskPlacement.Network> network = network(reader);
        Optional<LaunchOn> launch = reader.has(LAUNCH) ? given : Optional.of(LaunchOn.FARGATE);
        launch.ifPresent(on -> requireFitting(reader, on));
        return launch.map(on -> new TaskPlacement(on, service, providers.orElse(Map.of()), network));
    }

    private static void requireFitting(ParameterReader reader, LaunchOn on) {
        belongs(reader, SERVICE, on, LaunchOn.SERVICE);
        belongs(reader, PROVIDERS, on, LaunchOn.PROVIDERS);
        if (on == LaunchOn.SERVICE && reader.has(SUBNETS)) {
            reader.reject(SUBNETS, "the network is that of the service", "Leave it empty for Run on SERVICE.");
        }
    }

    private static void belongs(ParameterReader reader, Parameter parameter, LaunchOn on, LaunchOn its) {
        if (on == its && !reader.has(parameter)) {
            reader.reject(parameter, "nothing is given", parameter.help());
        }
        if (on != its && reader.has(parameter)) {
            reader.reject(
                    parameter, "the task is to run on " + on, "Leave it empty, or choose " + its + " for Run on.");
        }
    }

    private static Optional<TaskPlacement.Network> network(ParameterReader reader) {
        Optional<List<String>> subnets = reader.optional(SUBNETS, text -> ids(text, SUBNET, "the id of a subnet"));
        Optional<List<String>> groups =
                reader.optional(SECURITY_GROUPS, text -> ids(text, SECURITY_GROUP, "the id of a security group"));
        boolean publicAddress = reader.flag(PUBLIC_IP);
        if (reader.has(SECURITY_GROUPS) && !reader.has(SUBNETS)) {
            reader.reject(SECURITY_GROUPS, "no subnet is given", "Enter Subnets too, or leave both empty.");
        }
        if (publicAddress && !reader.has(SUBNETS)) {
            reader.reject(PUBLIC_IP, "no subnet is given", "Enter Subnets too, or switch it off.");
        }
        return subnets.map(known -> new TaskPlacement.Network(known, groups.orElse(List.of()), publicAddress));
    }

    private static List<String> ids(String text, Pattern form, String whatItIs) {
        return TextForms.list(text, id -> {
            if (form.matcher(id).matches()) {
                return id;
            }
            throw new IllegalArgumentException("'" + id + "' is not " + whatItIs);
        });
    }

    private static Map<String, Integer> weights(String text) {
        Map<String, Integer> all = new LinkedHashMap<>();
        CapacityShares.ofOneTask(text).forEach(each -> all.put(each.provider(), each.weight()));
        return all;
    }
}
