package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles of a task definition must be there, trust ECS tasks, and may be passed on by whoever deploys. */
final class UnusableRoles implements Rule {
    @Override
    public String id() {
        return "roles";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.roles().value().orElse(List.of()).stream()
                .flatMap(this::of)
                .toList();
    }

    private Stream<Finding> of(RoleFacts role) {
        String name = role.arn().substring(role.arn().lastIndexOf('/') + 1);
        if (!role.exists()) {
            return Stream.of(finding(
                    role,
                    "there is no such role",
                    "No task can start",
                    "create the role, or set another " + role.use() + " in the task definition"));
        }
        if (!role.trustsTasks()) {
            return Stream.of(finding(
                    role,
                    "it does not trust ecs-tasks.amazonaws.com",
                    "No task can start",
                    "aws iam update-assume-role-policy --role-name " + name + " --policy-document "
                            + "'{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                            + "\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"}}]}'"));
        }
        if (role.passable().value().filter(may -> !may).isPresent()) {
            return Stream.of(finding(
                    role,
                    "this identity may not pass it to ECS",
                    "No further revision can be registered with it",
                    "{\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\",\"Resource\":\"" + role.arn()
                            + "\"} in the policy of the identity that deploys"));
        }
        return Stream.empty();
    }

    private Finding finding(RoleFacts role, String value, String why, String fix) {
        return new Finding(id(), Severity.ERROR, role.use() + " " + role.arn(), value, why, fix);
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        if (pipeline.roles().value().isEmpty()) {
            return Optional.of(pipeline.roles().reason());
        }
        return pipeline.roles().value().get().stream()
                .map(RoleFacts::passable)
                .filter(each -> each.value().isEmpty())
                .map(Seen::reason)
                .findFirst();
    }
}
