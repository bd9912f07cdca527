package org.ecsdelivery.aws;

import static org.ecsdelivery.aws.call.QueryService.below;
import static org.ecsdelivery.aws.call.QueryService.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.QueryService;
import org.ecsdelivery.engine.doctor.Entrance.Allowed;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/** Looks at security groups, of EC2 without its client, which is larger than all the others together. */
record NetworkLook(QueryService ec2) {
    private static final int LAST_PORT = 65_535;

    /** Returns what security groups let in of TCP. */
    List<Allowed> allowed(List<String> groups) {
        AwsOperation operation =
                new AwsOperation("ec2:DescribeSecurityGroups", "security groups " + String.join(", ", groups));
        return below(
                        ec2.ask(operation, numbered("GroupId", groups)),
                        "securityGroupInfo",
                        "item",
                        "ipPermissions",
                        "item")
                .filter(each -> List.of("tcp", "6", "-1").contains(text(each, "ipProtocol")))
                .flatMap(NetworkLook::entries)
                .toList();
    }

    /** Returns the security groups of instances. */
    List<String> groupsOf(List<String> instances) {
        AwsOperation operation = new AwsOperation("ec2:DescribeInstances", "instances " + String.join(", ", instances));
        return below(
                        ec2.ask(operation, numbered("InstanceId", instances)),
                        "reservationSet",
                        "item",
                        "instancesSet",
                        "item",
                        "groupSet",
                        "item",
                        "groupId")
                .map(XmlElement::textContent)
                .distinct()
                .toList();
    }

    private static Stream<Allowed> entries(XmlElement permission) {
        boolean all = text(permission, "ipProtocol").equals("-1");
        int from = all ? 0 : port(permission, "fromPort", 0);
        int to = all ? LAST_PORT : port(permission, "toPort", LAST_PORT);
        return Stream.of(
                        below(permission, "groups", "item", "groupId"),
                        below(permission, "ipRanges", "item", "cidrIp"),
                        below(permission, "ipv6Ranges", "item", "cidrIpv6"),
                        below(permission, "prefixListIds", "item", "prefixListId"))
                .flatMap(each -> each)
                .map(each -> new Allowed(from, to, each.textContent()));
    }

    private static int port(XmlElement permission, String name, int otherwise) {
        String text = text(permission, name);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static Map<String, String> numbered(String name, List<String> values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach(each -> parameters.put(name + "." + (parameters.size() + 1), each));
        return parameters;
    }
}
