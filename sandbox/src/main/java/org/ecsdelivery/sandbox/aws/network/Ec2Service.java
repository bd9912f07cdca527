package org.ecsdelivery.sandbox.aws.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Amazon EC2 as API version 2016-11-15 words it: a Query service with lists and answers of its own form. */
public final class Ec2Service implements AwsService {
    private static final String VERSION = "2016-11-15";
    private static final String NAMESPACE = "http://%s.amazonaws.com/doc/%s/".formatted("ec2", VERSION);
    private final Ec2Network network;

    /** Puts the network on the wire. */
    public Ec2Service(Ec2Network network) {
        this.network = network;
    }

    @Override
    public String name() {
        return "ec2";
    }

    @Override
    public String wireName() {
        return VERSION;
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Answer answer(AwsCall call) {
        String inner = switch (call.operation()) {
            case "DescribeSecurityGroups" ->
                items(
                        "securityGroupInfo",
                        named(call, "GroupId").stream().map(this::group).toList());
            case "DescribeInstances" ->
                items(
                        "reservationSet",
                        List.of(items(
                                "instancesSet",
                                named(call, "InstanceId").stream()
                                        .map(this::instance)
                                        .toList())));
            default -> throw AwsService.unknownOperation(call);
        };
        String name = call.operation() + "Response";
        return new Answer(
                200,
                "text/xml;charset=UTF-8",
                "<" + name + " xmlns=\"" + NAMESPACE + "\">" + Xml.text("requestId", call.requestId()) + inner + "</"
                        + name + ">");
    }

    /** EC2 has a list of errors, and words of its own for a missing permission (EC2 API reference, "Error codes"). */
    @Override
    public Answer worded(AwsError error, String requestId) {
        boolean denied = error.code().equals("AccessDenied");
        String code = denied ? "UnauthorizedOperation" : error.code();
        String message = (denied ? "You are not authorized to perform this operation. " : "") + error.text();
        String inner = Xml.element("Error", Xml.text("Code", code) + Xml.text("Message", message));
        return new Answer(
                error.status(),
                "text/xml;charset=UTF-8",
                Xml.element("Response", Xml.element("Errors", inner) + Xml.text("RequestID", requestId)));
    }

    private static List<String> named(AwsCall call, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; call.param(name + "." + i).isPresent(); i++) {
            values.add(call.requiredParam(name + "." + i));
        }
        return values;
    }

    private String group(String id) {
        List<Ec2Network.Entry> entries = network.entries(id)
                .orElseThrow(() ->
                        AwsError.client("InvalidGroup.NotFound", "The security group '" + id + "' does not exist"));
        return Xml.text("groupId", id)
                + items(
                        "ipPermissions",
                        entries.stream().map(Ec2Service::permission).toList());
    }

    private static String permission(Ec2Network.Entry entry) {
        boolean ofGroup = entry.source().startsWith("sg-");
        return Xml.text("ipProtocol", "tcp")
                + Xml.text("fromPort", String.valueOf(entry.from()))
                + Xml.text("toPort", String.valueOf(entry.to()))
                + items("groups", ofGroup ? List.of(Xml.text("groupId", entry.source())) : List.of())
                + items("ipRanges", ofGroup ? List.of() : List.of(Xml.text("cidrIp", entry.source())));
    }

    private String instance(String id) {
        List<String> groups = network.groupsOf(id)
                .orElseThrow(() ->
                        AwsError.client("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"));
        return Xml.text("instanceId", id)
                + items(
                        "groupSet",
                        groups.stream().map(each -> Xml.text("groupId", each)).toList());
    }

    private static String items(String name, List<String> items) {
        return Xml.element(
                name, items.stream().map(each -> Xml.element("item", each)).collect(Collectors.joining()));
    }
}
