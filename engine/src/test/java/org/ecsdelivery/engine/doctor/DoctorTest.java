package org.ecsdelivery.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecsdelivery.engine.doctor.AlarmFacts.Topic;
import org.ecsdelivery.engine.doctor.Entrance.Allowed;
import org.ecsdelivery.engine.doctor.Entrance.Reach;
import org.ecsdelivery.engine.doctor.RepositoryFacts.Pull;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule is broken alone, and by nothing else. */
class DoctorTest {
    @Test
    void findsNothingInASoundPipeline() {
        assertThat(Doctor.examine(SoundPipeline.with(pipeline -> pipeline)))
                .isEqualTo(new Diagnosis(List.of(), List.of(), 11));
    }

    @Test
    void findsAPortOfTheInstanceThatOneTaskAtATimeCanHave() {
        assertThat(only(pipeline -> {
                            pipeline.hostPorts = List.of(80);
                            return pipeline;
                        })
                        .sentence())
                .isEqualTo(
                        "ERROR fixed-host-port: container web of shop-qa:7: hostPort 80 in network mode bridge. A new"
                                + " task cannot start on an instance where an old one has the port, so a deployment waits for an"
                                + " instance that it may never get. Fix: hostPort: 0 in the portMappings of the container; ECS"
                                + " chooses the port and tells the target group");
    }

    @Test
    void leavesADaemonItsPort() {
        assertThat(findings(pipeline -> {
                    pipeline.hostPorts = List.of(80);
                    pipeline.rules = SoundPipeline.rules("DAEMON", 0, 100);
                    return pipeline;
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 150, maximumPercent=200", "2, 75, 100, maximumPercent=150", "3, 100, 125, maximumPercent=134"})
    void findsPercentagesThatLeaveNoStep(int desired, int minimum, int maximum, String fix) {
        Finding found = only(pipeline -> {
            pipeline.desired = desired;
            pipeline.rules = SoundPipeline.rules("REPLICA", minimum, maximum);
            return pipeline;
        });

        assertThat(found.rule()).isEqualTo("percentages");
        assertThat(found.fix())
                .isEqualTo("aws ecs update-service --cluster shop --service shop-qa --deployment-configuration " + fix);
    }

    @Test
    void lowersTheMinimumOfADaemon() {
        Finding found = only(pipeline -> {
            pipeline.rules = SoundPipeline.rules("DAEMON", 100, 100);
            return pipeline;
        });

        assertThat(found.fix()).endsWith("minimumHealthyPercent=50");
    }

    @Test
    void findsASecurityGroupThatDoesNotLetTheLoadBalancerIn() {
        Finding found = only(pipeline -> {
            pipeline.reach = Seen.of(new Reach(
                    List.of("sg-lb"), List.of("sg-tasks"), List.of(new Allowed(8080, 8080, "sg-other")), 8080, 8080));
            return pipeline;
        });

        assertThat(found.rule()).isEqualTo("security-group");
        assertThat(found.value())
                .isEqualTo("lets in 8080 from sg-other, not port 8080 from sg-lb of the load balancer");
        assertThat(found.fix())
                .isEqualTo("aws ec2 authorize-security-group-ingress --group-id sg-tasks --protocol tcp --port 8080"
                        + " --source-group sg-lb");
    }

    @Test
    void findsASecurityGroupThatLetsInToSomePortsOnly() {
        assertThat(only(pipeline -> {
                            pipeline.reach = Seen.of(new Reach(
                                    List.of("sg-lb"),
                                    List.of("sg-tasks"),
                                    List.of(new Allowed(8080, 8080, "sg-lb")),
                                    32768,
                                    60999));
                            return pipeline;
                        })
                        .value())
                .isEqualTo("lets in 8080 from sg-lb, not ports 32768-60999 from sg-lb of the load balancer");
    }

    @Test
    void trustsAddressRangesOfWhichItCannotKnowWhoHasThem() {
        assertThat(findings(pipeline -> {
                    pipeline.reach = Seen.of(new Reach(
                            List.of("sg-lb"),
                            List.of("sg-tasks"),
                            List.of(new Allowed(0, 65535, "10.0.0.0/8")),
                            8080,
                            8080));
                    return pipeline;
                }))
                .isEmpty();
    }

    @Test
    void findsATargetGroupThatNoListenerSendsRequestsTo() {
        Finding found = only(pipeline -> {
            pipeline.routes = List.of();
            return pipeline;
        });

        assertThat(found.rule()).isEqualTo("listener-rule");
        assertThat(found.resource()).isEqualTo("target group shop-qa");
        assertThat(found.fix()).startsWith("aws elbv2 create-rule");
    }

    @Test
    void findsAContainerWithoutALog() {
        assertThat(only(pipeline -> {
                    pipeline.containers =
                            Seen.of(List.of(new ContainerFacts("web", Optional.of(512), Optional.empty())));
                    return pipeline;
                }))
                .returns("log-configuration", Finding::rule)
                .returns(Severity.WARNING, Finding::severity);
    }

    @Test
    void findsAContainerThatMayTakeAllMemory() {
        assertThat(only(pipeline -> {
                            pipeline.containers = Seen.of(
                                    List.of(new ContainerFacts("web", Optional.empty(), Optional.of("awslogs"))));
                            return pipeline;
                        })
                        .rule())
                .isEqualTo("memory-limit");
    }

    @Test
    void takesTheLimitOfTheTaskForOne() {
        assertThat(findings(pipeline -> {
                    pipeline.taskMemory = "1024";
                    pipeline.containers =
                            Seen.of(List.of(new ContainerFacts("web", Optional.empty(), Optional.of("awslogs"))));
                    return pipeline;
                }))
                .isEmpty();
    }

    @Test
    void findsThatNewTasksGetNoTimeToStart() {
        UnaryOperator<SoundPipeline> hasty = pipeline -> {
            pipeline.rules = new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true);
            return pipeline;
        };

        assertThat(only(hasty).rule()).isEqualTo("health-check-grace");
        assertThat(findings(pipeline -> {
                    pipeline.balanced = false;
                    return hasty.apply(pipeline);
                }))
                .isEmpty();
    }

    @Test
    void findsAnAlarmThatIsNotThere() {
        assertThat(alarm(new AlarmFacts("shop-errors", false, false, List.of(), 0)))
                .returns("alarm-actions", Finding::rule)
                .returns(Severity.ERROR, Finding::severity);
    }

    @Test
    void findsAnAlarmThatTellsNobody() {
        Topic empty = new Topic(SoundPipeline.TOPIC, Seen.of(0));

        assertThat(alarm(new AlarmFacts("shop-errors", true, false, List.of(), 1))
                        .fix())
                .isEqualTo("aws cloudwatch enable-alarm-actions --alarm-names shop-errors");
        assertThat(alarm(new AlarmFacts("shop-errors", true, true, List.of(), 0))
                        .value())
                .isEqualTo("it has no action");
        assertThat(alarm(new AlarmFacts("shop-errors", true, true, List.of(empty), 0))
                        .value())
                .isEqualTo("nobody has agreed to hear of " + SoundPipeline.TOPIC);
    }

    @Test
    void findsARoleThatTasksCannotAct() {
        assertThat(role(false, false, true).value()).isEqualTo("there is no such role");
        assertThat(role(true, false, true).value()).isEqualTo("it does not trust ecs-tasks.amazonaws.com");
        assertThat(role(true, true, false).fix())
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\",\"Resource\":\"" + SoundPipeline.ROLE
                        + "\"} in the policy of the identity that deploys");
    }

    @Test
    void findsARepositoryThatLetsNobodyPull() {
        assertThat(repository(false, Pull.NO_REPOSITORY).value()).isEqualTo("there is no such repository");
        assertThat(repository(false, Pull.DENIED).value()).isEqualTo("its policy denies pulls");
        assertThat(repository(true, Pull.NO_POLICY).value())
                .isEqualTo("it has no policy, and is in another account than the service");
        assertThat(repository(true, Pull.NOT_ALLOWED).fix()).startsWith("in account 111122223333: aws ecr");
    }

    @Test
    void findsThatNothingTakesAFailedDeploymentBack() {
        assertThat(breaker(false, false).value()).isEqualTo("the deployment circuit breaker is off");
        assertThat(breaker(true, false).value())
                .isEqualTo("the deployment circuit breaker is on, but does not roll back");
    }

    @Test
    void saysWhatItCouldNotSee() {
        Diagnosis found = Doctor.examine(SoundPipeline.with(pipeline -> {
            pipeline.alarms = Seen.hidden("cloudwatch:DescribeAlarms is missing");
            pipeline.reach = Seen.hidden("ec2:DescribeSecurityGroups is missing");
            pipeline.roles = Seen.of(List.of(new RoleFacts(
                    "taskRoleArn",
                    SoundPipeline.ROLE,
                    true,
                    true,
                    Seen.hidden("iam:SimulatePrincipalPolicy is missing"))));
            return pipeline;
        }));

        assertThat(found.findings()).isEmpty();
        assertThat(found.unchecked())
                .containsExactly(
                        "security-group: ec2:DescribeSecurityGroups is missing",
                        "alarm-actions: cloudwatch:DescribeAlarms is missing",
                        "roles: iam:SimulatePrincipalPolicy is missing");
        assertThat(found.checked()).isEqualTo(8);
    }

    @Test
    void tellsTheWorstFirst() {
        assertThat(findings(pipeline -> {
                    pipeline.routes = List.of();
                    pipeline.rules = new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, false, false);
                    pipeline.repositories =
                            Seen.of(List.of(new RepositoryFacts("shop", "111122223333", false, Pull.DENIED)));
                    return pipeline;
                }))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.WARNING);
    }

    private static Finding alarm(AlarmFacts alarm) {
        return only(pipeline -> {
            pipeline.alarms = Seen.of(List.of(alarm));
            return pipeline;
        });
    }

    private static Finding role(boolean exists, boolean trusts, boolean passable) {
        return only(pipeline -> {
            pipeline.roles = Seen.of(
                    List.of(new RoleFacts("taskRoleArn", SoundPipeline.ROLE, exists, trusts, Seen.of(passable))));
            return pipeline;
        });
    }

    private static Finding repository(boolean foreign, Pull pull) {
        return only(pipeline -> {
            pipeline.repositories = Seen.of(List.of(new RepositoryFacts("shop", "111122223333", foreign, pull)));
            return pipeline;
        });
    }

    private static Finding breaker(boolean breaks, boolean rollsBack) {
        return only(pipeline -> {
            pipeline.rules =
                    new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ofSeconds(60), breaks, rollsBack);
            return pipeline;
        });
    }

    private static Finding only(UnaryOperator<SoundPipeline> fault) {
        List<Finding> found = findings(fault);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Finding> findings(UnaryOperator<SoundPipeline> fault) {
        return Doctor.examine(SoundPipeline.with(fault)).findings();
    }
}
