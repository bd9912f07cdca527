package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;

/** The resource types of networks and load balancers. */
final class NetworkKinds {
    private final Neighbours neighbours;
    private int groups;

    NetworkKinds(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Map<String, ResourceKind> byType() {
        return Map.of(
                "AWS::EC2::SecurityGroup", new SecurityGroupKind(),
                "AWS::EC2::SecurityGroupIngress", new IngressKind(),
                "AWS::ElasticLoadBalancingV2::LoadBalancer", new LoadBalancerKind(),
                "AWS::ElasticLoadBalancingV2::Listener", new ListenerKind(),
                "AWS::ElasticLoadBalancingV2::ListenerRule", new RuleKind(),
                "AWS::ElasticLoadBalancingV2::TargetGroup", new TargetGroupKind());
    }

    private static int number(Map<String, Object> properties, String name, int otherwise) {
        Object given = properties.get(name);
        return given == null ? otherwise : Integer.parseInt(String.valueOf(given));
    }

    private static String text(Map<String, Object> properties, String name) {
        return String.valueOf(properties.get(name));
    }

    private void allow(String group, Map<String, Object> ingress) {
        Object source = ingress.getOrDefault("SourceSecurityGroupId", ingress.get("CidrIp"));
        neighbours
                .network()
                .allow(group, number(ingress, "FromPort", 0), number(ingress, "ToPort", 0), String.valueOf(source));
    }

    private final class SecurityGroupKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String id = "sg-%017x".formatted(0x6a00L + groups++);
            neighbours.network().group(id);
            return change(new Physical(id, Map.of("GroupId", id)), properties);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("GroupDescription", "GroupName", "VpcId");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            neighbours.network().close(former.id());
            Parts.list(properties.getOrDefault("SecurityGroupIngress", List.of()))
                    .forEach(each -> allow(former.id(), Parts.map(each)));
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.network().remove(former.id());
        }
    }

    private final class IngressKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            allow(text(properties, "GroupId"), properties);
            return Physical.of(name);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("GroupId", "FromPort", "ToPort", "IpProtocol", "SourceSecurityGroupId", "CidrIp");
        }
    }

    private final class LoadBalancerKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String[] groups = Parts.list(properties.getOrDefault("SecurityGroups", List.of())).stream()
                    .map(String::valueOf)
                    .toArray(String[]::new);
            String balancer = ResourceKind.named(properties, "Name").orElse(name);
            String arn = neighbours.balancers().create(balancer, groups);
            String full = arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length());
            String address = balancer + ".elb." + neighbours.account().region() + ".example.com";
            return new Physical(
                    arn, Map.of("LoadBalancerFullName", full, "DNSName", address, "LoadBalancerName", balancer));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("Name", "Scheme", "Type");
        }

        @Override
        public void delete(Physical former) {
            neighbours.balancers().remove(former.id());
        }
    }

    private final class ListenerKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            return Physical.of(neighbours
                    .balancers()
                    .listen(text(properties, "LoadBalancerArn"), number(properties, "Port", 443)));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("LoadBalancerArn");
        }

        @Override
        public void delete(Physical former) {
            neighbours.balancers().close(former.id());
        }
    }

    private final class RuleKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String listener = text(properties, "ListenerArn");
            int priority = number(properties, "Priority", 1);
            neighbours.balancers().route(listener, priority, target(properties), 1);
            return new Physical(
                    listener.replace(":listener/", ":listener-rule/") + "/" + priority,
                    Map.of("TargetGroup", target(properties)));
        }

        private String target(Map<String, Object> properties) {
            Map<String, Object> action =
                    Parts.map(Parts.list(Parts.member(properties, "Actions")).get(0));
            return text(action, "TargetGroupArn");
        }

        @Override
        public Set<String> fixed() {
            return Set.of("ListenerArn", "Priority", "Actions");
        }

        @Override
        public void delete(Physical former) {
            neighbours.balancers().cut(String.valueOf(former.attribute("TargetGroup")));
        }
    }

    private final class TargetGroupKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String group = ResourceKind.named(properties, "Name").orElse(name);
            String arn = neighbours
                    .groups()
                    .create(new TargetGroupSpec(
                            group,
                            properties.getOrDefault("Protocol", "HTTP").toString(),
                            number(properties, "Port", 80),
                            properties.getOrDefault("TargetType", "instance").toString(),
                            properties.getOrDefault("HealthCheckPath", "/").toString(),
                            Duration.ofSeconds(number(properties, "HealthCheckIntervalSeconds", 30)),
                            number(properties, "HealthyThresholdCount", 5),
                            number(properties, "UnhealthyThresholdCount", 2),
                            delay(properties),
                            "ipv4"));
            String full = arn.substring(arn.lastIndexOf(":targetgroup/") + 1);
            return new Physical(arn, Map.of("TargetGroupFullName", full, "TargetGroupName", group));
        }

        private Duration delay(Map<String, Object> properties) {
            return Parts.list(properties.getOrDefault("TargetGroupAttributes", List.of())).stream()
                    .map(Parts::map)
                    .filter(each -> text(each, "Key").equals("deregistration_delay.timeout_seconds"))
                    .map(each -> Duration.ofSeconds(number(each, "Value", 300)))
                    .findFirst()
                    .orElse(Duration.ofSeconds(300));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("Name", "Port", "Protocol", "TargetType", "VpcId");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            neighbours.groups().deregistrationDelay(former.id(), delay(properties));
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.groups().remove(former.id());
        }
    }
}
