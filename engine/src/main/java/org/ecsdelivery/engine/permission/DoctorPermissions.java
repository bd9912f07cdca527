package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.FAILS;
import static org.ecsdelivery.engine.permission.Permission.IN_CLUSTER;
import static org.ecsdelivery.engine.permission.Permission.REPOSITORY;
import static org.ecsdelivery.engine.permission.Permission.SERVICE;
import static org.ecsdelivery.engine.permission.Permission.Step.DOCTOR;
import static org.ecsdelivery.engine.permission.Permission.of;

import java.util.List;

/** The permissions of the step that checks pipelines, which all only read. */
final class DoctorPermissions {
    private static final String UNCHECKED = "the rule is not checked, and the step says so";
    private static final String UNCHECKED_GROUPS = "security groups of tasks on instances are not checked";

    /** Only the table of all permissions asks for them, when its own words are there already. */
    static final List<Permission> ALL = List.of(
            of(DOCTOR, "ecs:DescribeServices", SERVICE, "look at the service", FAILS),
            of(DOCTOR, "ecs:DescribeTaskDefinition", Scope.ANYTHING, "look at what it runs", FAILS),
            of(
                    DOCTOR,
                    "ecs:ListTasks",
                    Scope.ANYTHING.when(IN_CLUSTER),
                    "find the instances of tasks",
                    UNCHECKED_GROUPS),
            of(
                    DOCTOR,
                    "ecs:DescribeTasks",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"),
                    "as above",
                    UNCHECKED_GROUPS),
            of(
                    DOCTOR,
                    "ecs:DescribeContainerInstances",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:container-instance/CLUSTER/*"),
                    "as above",
                    UNCHECKED_GROUPS),
            of(DOCTOR, "ec2:DescribeInstances", Scope.ANYTHING, "find their security groups", UNCHECKED_GROUPS),
            of(DOCTOR, "ec2:DescribeSecurityGroups", Scope.ANYTHING, "see what they let in", UNCHECKED),
            of(
                    DOCTOR,
                    "elasticloadbalancing:DescribeTargetGroups",
                    Scope.ANYTHING,
                    "find the load balancer",
                    UNCHECKED),
            of(
                    DOCTOR,
                    "elasticloadbalancing:DescribeLoadBalancers",
                    Scope.ANYTHING,
                    "find its security groups",
                    UNCHECKED),
            of(DOCTOR, "elasticloadbalancing:DescribeListeners", Scope.ANYTHING, "see where requests go", UNCHECKED),
            of(DOCTOR, "elasticloadbalancing:DescribeRules", Scope.ANYTHING, "as above", UNCHECKED),
            of(DOCTOR, "cloudwatch:DescribeAlarms", Scope.ANYTHING, "look at the alarms of deployments", UNCHECKED),
            of(
                    DOCTOR,
                    "sns:GetTopicAttributes",
                    Scope.of("arn:aws:sns:REGION:ACCOUNT:TOPIC"),
                    "see whether anybody hears of them",
                    UNCHECKED),
            of(
                    DOCTOR,
                    "iam:GetRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE"),
                    "see whether tasks may act as their roles",
                    UNCHECKED),
            of(DOCTOR, "sts:GetCallerIdentity", Scope.ANYTHING, "see who asks, which AWS refuses to nobody", UNCHECKED),
            of(
                    DOCTOR,
                    "iam:SimulatePrincipalPolicy",
                    Scope.of("arn:aws:iam::ACCOUNT:role/THIS-ROLE"),
                    "see whether the roles of tasks may be passed on",
                    UNCHECKED),
            of(DOCTOR, "ecr:GetRepositoryPolicy", REPOSITORY, "see whether images may be pulled", UNCHECKED));

    private DoctorPermissions() {}
}
