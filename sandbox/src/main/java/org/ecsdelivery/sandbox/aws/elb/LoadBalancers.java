package org.ecsdelivery.sandbox.aws.elb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/** The Application Load Balancers of the account with their listeners and rules; they only say where requests go. */
public final class LoadBalancers {
    private static final String ID = "/50dc6c495c0c9188";
    private final AwsAccount account;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Listener> listeners = new LinkedHashMap<>();

    /** A listener: where it belongs, its port and its rules. */
    record Listener(String arn, String loadBalancer, int port, List<Rule> rules) {}

    /** A rule: its priority, the group it forwards to, and how much of the requests. */
    record Rule(String arn, String priority, String targetGroup, int weight) {}

    /** Makes an account without load balancers. */
    public LoadBalancers(AwsAccount account) {
        this.account = account;
    }

    /** Makes a load balancer and answers its ARN. */
    public synchronized String create(String name, String... securityGroups) {
        String arn = account.arn("elasticloadbalancing", "loadbalancer/app/" + name + ID);
        groups.put(arn, List.of(securityGroups));
        return arn;
    }

    /** Makes a listener for HTTPS and answers its ARN; what no rule takes, it answers itself. */
    public synchronized String listen(String loadBalancer, int port) {
        String arn = loadBalancer.replace(":loadbalancer/", ":listener/") + "/" + port;
        listeners.put(arn, new Listener(arn, loadBalancer, port, new ArrayList<>()));
        return arn;
    }

    /** Has a rule of a listener send so much of its requests to a target group. */
    public synchronized void route(String listener, int priority, String targetGroup, int weight) {
        String arn = listener.replace(":listener/", ":listener-rule/") + "/" + priority;
        Optional.ofNullable(listeners.get(listener))
                .orElseThrow()
                .rules()
                .add(new Rule(arn, String.valueOf(priority), targetGroup, weight));
    }

    /** Takes away all rules that send requests to a target group. */
    public synchronized void cut(String targetGroup) {
        listeners
                .values()
                .forEach(
                        each -> each.rules().removeIf(rule -> rule.targetGroup().equals(targetGroup)));
    }

    /** Has a load balancer go, with its listeners and rules. */
    public synchronized void remove(String arn) {
        groups.remove(arn);
        listeners.values().removeIf(each -> each.loadBalancer().equals(arn));
    }

    /** Has a listener go, with its rules. */
    public synchronized void close(String listener) {
        listeners.remove(listener);
    }

    synchronized List<String> securityGroups(String arn) {
        return Optional.ofNullable(groups.get(arn))
                .orElseThrow(() -> AwsError.client("LoadBalancerNotFound", "One or more load balancers not found"));
    }

    synchronized List<Listener> listenersOf(String loadBalancer) {
        return listeners.values().stream()
                .filter(each -> each.loadBalancer().equals(loadBalancer))
                .toList();
    }

    synchronized Listener listener(String arn) {
        return Optional.ofNullable(listeners.get(arn))
                .orElseThrow(() -> AwsError.client("ListenerNotFound", "One or more listeners not found"));
    }

    /** Answers the load balancers that know a target group; one that a rule gives nothing counts too. */
    synchronized List<String> knowing(String targetGroup) {
        return listeners.values().stream()
                .filter(each -> each.rules().stream()
                        .anyMatch(rule -> rule.targetGroup().equals(targetGroup)))
                .map(Listener::loadBalancer)
                .distinct()
                .toList();
    }
}
