package org.ecsdelivery.sandbox.aws.cloudformation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** The resource types of images, roles, logs, alarms, mails and instances. */
final class AccountKinds {
    private final Neighbours neighbours;
    private final Hosts hosts;

    AccountKinds(Neighbours neighbours, Hosts hosts) {
        this.neighbours = neighbours;
        this.hosts = hosts;
    }

    Map<String, ResourceKind> byType() {
        return Map.ofEntries(
                Map.entry("AWS::ECR::Repository", new RepositoryKind()),
                Map.entry("AWS::IAM::Role", new RoleKind()),
                Map.entry("AWS::IAM::InstanceProfile", new Remembered("instance-profile")),
                Map.entry("AWS::EC2::LaunchTemplate", new LaunchTemplateKind()),
                Map.entry("AWS::AutoScaling::AutoScalingGroup", new FleetKind()),
                Map.entry("AWS::SNS::Topic", new TopicKind()),
                Map.entry("AWS::SNS::Subscription", new SubscriptionKind()),
                Map.entry("AWS::Logs::LogGroup", new LogGroupKind()),
                Map.entry("AWS::Logs::MetricFilter", new Remembered("metric-filter")),
                Map.entry("AWS::CloudWatch::Alarm", new AlarmKind()));
    }

    static AwsError alreadyThere(String type, String id) {
        return AwsError.client(
                "AlreadyExists", "Resource of type '" + type + "' with identifier '" + id + "' already exists.");
    }

    /** What nothing in the stand-in looks at, so that it is only remembered. */
    private final class Remembered implements ResourceKind {
        private final String arnPart;

        Remembered(String arnPart) {
            this.arnPart = arnPart;
        }

        @Override
        public Physical create(String name, Map<String, Object> properties) {
            return new Physical(
                    name, Map.of("Arn", "arn:aws:iam::" + neighbours.account().id() + ":" + arnPart + "/" + name));
        }
    }

    private final class RepositoryKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String repository = ResourceKind.named(properties, "RepositoryName").orElse(name);
            if (neighbours.registry().repository(repository).isPresent()) {
                throw alreadyThere("AWS::ECR::Repository", repository);
            }
            ObjectNode body = Json.object().put("repositoryName", repository);
            tags(body, properties);
            String scan = String.valueOf(Parts.map(properties.getOrDefault("ImageScanningConfiguration", Map.of()))
                    .get("ScanOnPush"));
            body.putObject("imageScanningConfiguration").put("scanOnPush", scan.equals("true"));
            String arn = neighbours
                    .call(neighbours.ecr(), "CreateRepository", body)
                    .at("/repository/repositoryArn")
                    .asText();
            Physical made = new Physical(
                    repository,
                    Map.of("Arn", arn, "RepositoryUri", neighbours.account().registryHost() + "/" + repository));
            return change(made, properties);
        }

        private static void tags(ObjectNode body, Map<String, Object> properties) {
            body.put(
                    "imageTagMutability",
                    properties.getOrDefault("ImageTagMutability", "MUTABLE").toString());
            List<Object> filters = Parts.list(properties.getOrDefault("ImageTagMutabilityExclusionFilters", List.of()));
            ArrayNode all = body.putArray("imageTagMutabilityExclusionFilters");
            filters.forEach(each -> all.addObject()
                    .put("filterType", "WILDCARD")
                    .put("filter", String.valueOf(Parts.map(each).get("ImageTagMutabilityExclusionFilterValue"))));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("RepositoryName", "EncryptionConfiguration");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            Map<String, Object> lifecycle = Parts.map(properties.getOrDefault("LifecyclePolicy", Map.of()));
            if (lifecycle.containsKey("LifecyclePolicyText")) {
                neighbours.call(
                        neighbours.ecr(),
                        "PutLifecyclePolicy",
                        Json.object()
                                .put("repositoryName", former.id())
                                .put("lifecyclePolicyText", String.valueOf(lifecycle.get("LifecyclePolicyText"))));
            }
            ObjectNode body = Json.object().put("repositoryName", former.id());
            tags(body, properties);
            neighbours.call(neighbours.ecr(), "PutImageTagMutability", body);
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.registry().remove(former.id());
        }
    }

    private final class RoleKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String role = ResourceKind.named(properties, "RoleName").orElse(name);
            String arn = "arn:aws:iam::" + neighbours.account().id() + ":role/" + role;
            return change(new Physical(role, Map.of("Arn", arn)), properties);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("RoleName", "Path");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            Map<String, Object> document = Parts.map(Parts.member(properties, "AssumeRolePolicyDocument"));
            Map<String, Object> statement =
                    Parts.map(Parts.list(Parts.member(document, "Statement")).get(0));
            String service = String.valueOf(
                    Parts.map(Parts.member(statement, "Principal")).get("Service"));
            neighbours.roles().put(String.valueOf(former.attribute("Arn")), service);
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.roles().remove(String.valueOf(former.attribute("Arn")));
        }
    }

    private final class LaunchTemplateKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String id = "lt-" + Integer.toHexString(name.hashCode());
            hosts.template(id, properties);
            return new Physical(id, Map.of("LatestVersionNumber", "1"));
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            hosts.template(former.id(), properties);
            int version = Integer.parseInt(String.valueOf(former.attribute("LatestVersionNumber")));
            return new Physical(former.id(), Map.of("LatestVersionNumber", String.valueOf(version + 1)));
        }
    }

    private final class FleetKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            hosts.fleet(name, properties);
            return Physical.of(name);
        }
    }

    private final class TopicKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String arn = neighbours
                    .account()
                    .arn("sns", ResourceKind.named(properties, "TopicName").orElse(name));
            neighbours.topics().put(arn, 0);
            return new Physical(arn, Map.of("TopicArn", arn));
        }

        @Override
        public void delete(Physical former) {
            neighbours.topics().remove(former.id());
        }
    }

    private final class SubscriptionKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String topic = String.valueOf(properties.get("TopicArn"));
            // whoever gets the mail of the stand-in agrees at once
            neighbours.topics().put(topic, 1);
            return Physical.of(topic + ":" + Integer.toHexString(name.hashCode()));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("TopicArn", "Protocol", "Endpoint");
        }
    }

    private final class LogGroupKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String group = ResourceKind.named(properties, "LogGroupName").orElse(name);
            if (!neighbours.logs().create(group)) {
                throw alreadyThere("AWS::Logs::LogGroup", group);
            }
            return new Physical(group, Map.of("Arn", neighbours.account().arn("logs", "log-group:" + group + ":*")));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("LogGroupName");
        }

        @Override
        public void delete(Physical former) {
            neighbours.logs().remove(former.id());
        }
    }

    private final class AlarmKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String alarm = ResourceKind.named(properties, "AlarmName").orElse(name);
            neighbours.alarms().set(alarm, "OK");
            return change(
                    new Physical(alarm, Map.of("Arn", neighbours.account().arn("cloudwatch", "alarm:" + alarm))),
                    properties);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("AlarmName");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            neighbours
                    .alarms()
                    .actions(
                            former.id(),
                            Parts.list(properties.getOrDefault("AlarmActions", List.of())).stream()
                                    .map(String::valueOf)
                                    .toArray(String[]::new));
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.alarms().remove(former.id());
        }
    }
}
