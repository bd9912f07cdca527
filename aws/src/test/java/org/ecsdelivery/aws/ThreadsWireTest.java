package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.junit.jupiter.api.Test;

/** What is left of the clients when they are closed. */
class ThreadsWireTest {
    private static final CallLimits SHORT = new CallLimits(
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            1,
            Duration.ofMillis(1),
            Duration.ofMillis(1));

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ecs-delivery")
                        || thread.getName().startsWith("sdk-")
                        || thread.getName().startsWith("aws-")
                        || thread.getName().startsWith("idle-connection"))
                .collect(Collectors.toSet());
    }

    private static AwsAccess asRole(AwsAccess access) {
        Optional<AwsAccess.Role> role =
                Optional.of(new AwsAccess.Role("arn:aws:iam::123456789012:role/deployer", Optional.empty()));
        return new AwsAccess(access.region(), access.endpoint(), access.profile(), access.keys(), role);
    }

    private static void assertThatAllEnd(Set<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10).toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void leaveNoThreadBehind() throws InterruptedException {
        Set<Thread> before = threads();
        Set<Thread> ours;
        try (LocalAws aws = LocalAws.builder().start();
                AwsClients clients = AwsClients.open(
                        asRole(ClientsOfLocalAws.at(aws.endpoint())),
                        ClientsOfLocalAws.build(Map.of()),
                        aws.account().clock(),
                        ClientsOfLocalAws.QUICK)) {
            clients.imageRegistry().authorize();
            clients.containerLogs().tail("/group", "stream", 1);
            ours = threads();
            ours.removeAll(before);
        }
        assertThat(ours).as("threads that work for open clients").isNotEmpty();
        assertThatAllEnd(ours);
    }

    @Test
    void leaveNoThreadBehindThatStillWaitsForAnAnswer() throws InterruptedException {
        Set<Thread> before = threads();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (RecordingAws aws = RecordingAws.answering(request -> {
            arrived.countDown();
            release.await();
            return Reply.json("{}");
        })) {
            AwsAccess access = ClientsOfLocalAws.at(aws.endpoint());
            AwsClients clients =
                    AwsClients.open(access, ClientsOfLocalAws.build(Map.of()), InstantSource.system(), SHORT);
            Thread caller = new Thread(
                    () -> catchThrowable(() -> clients.imageRegistry().authorize()));
            caller.start();
            arrived.await();
            Set<Thread> ours = threads();
            ours.removeAll(before);
            assertThat(ours).anyMatch(thread -> thread.getName().equals("ecs-delivery AWS call"));
            clients.close();
            assertThatAllEnd(ours);
            assertThatAllEnd(Set.of(caller));
            release.countDown();
        }
    }

    @Test
    void areDaemonsSoThatNoneKeepsAnAgentAlive() {
        Set<Thread> before = threads();
        try (LocalAws aws = LocalAws.builder().start();
                AwsClients clients = AwsClients.open(
                        ClientsOfLocalAws.at(aws.endpoint()),
                        ClientsOfLocalAws.build(Map.of()),
                        aws.account().clock(),
                        ClientsOfLocalAws.QUICK)) {
            clients.imageRegistry().authorize();
            Set<Thread> ours = threads();
            ours.removeAll(before);
            assertThat(ours).allMatch(Thread::isDaemon);
        }
    }
}
