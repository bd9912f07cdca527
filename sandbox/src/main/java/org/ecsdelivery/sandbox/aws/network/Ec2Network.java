package org.ecsdelivery.sandbox.aws.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The security groups of the account and the instances that have them. */
public final class Ec2Network {
    private final Map<String, List<Entry>> groups = new LinkedHashMap<>();
    private final Map<String, List<String>> instances = new LinkedHashMap<>();

    /**
     * An entry of a security group.
     *
     * @param from the first port
     * @param to the last port
     * @param source id of a security group, or a range of IPv4 addresses
     */
    record Entry(int from, int to, String source) {}

    /** Makes a security group that lets nothing in. */
    public synchronized Ec2Network group(String id) {
        groups.putIfAbsent(id, new ArrayList<>());
        return this;
    }

    /** Has a security group let in TCP from another group or a range of addresses. */
    public synchronized Ec2Network allow(String id, int from, int to, String source) {
        group(id);
        entries(id).orElseThrow().add(new Entry(from, to, source));
        return this;
    }

    /** Takes back all that a security group lets in. */
    public synchronized Ec2Network close(String id) {
        entries(id).ifPresent(List::clear);
        return this;
    }

    /** Has a security group go. */
    public synchronized Ec2Network remove(String id) {
        groups.remove(id);
        return this;
    }

    /** Gives an instance its security groups. */
    public synchronized Ec2Network instance(String id, String... securityGroups) {
        instances.put(id, List.of(securityGroups));
        return this;
    }

    synchronized Optional<List<Entry>> entries(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    synchronized Optional<List<String>> groupsOf(String instance) {
        return Optional.ofNullable(instances.get(instance));
    }
}
