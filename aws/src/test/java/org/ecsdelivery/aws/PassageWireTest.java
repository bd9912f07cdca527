package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.AwsPlace;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.Passage;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a host that lets nobody connect unasked, nothing reaches AWS beside the passage. */
class PassageWireTest {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger beside = new AtomicInteger();
    private final RecordingAws obliging = RecordingAws.obliging();
    private final RecordingAws busy = RecordingAws.answering(request -> busy());

    private final Passage counting = attempt -> {
        inside.incrementAndGet();
        passed.incrementAndGet();
        try {
            attempt.make();
        } finally {
            inside.decrementAndGet();
        }
    };

    private Reply busy() {
        if (inside.get() == 0) {
            beside.incrementAndGet();
        }
        return new Reply(400, "application/x-amz-json-1.1", "{\"__type\":\"ThrottlingException\"}");
    }

    @AfterEach
    void close() {
        obliging.close();
        busy.close();
    }

    private AwsSession session(RecordingAws aws, Passage passage, Optional<AwsAccess.Role> role) {
        AwsAccess access = new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")),
                Optional.of(aws.endpoint()),
                Optional.empty(),
                Optional.empty(),
                role);
        return AwsSession.open(
                access, ClientsOfLocalAws.build(Map.of()), InstantSource.system(), ClientsOfLocalAws.QUICK, passage);
    }

    private static void ask(AwsSession session) {
        session.json(JsonApi.ECS).ask(new AwsOperation("ecs:ListClusters", "the account"), RawObject.EMPTY);
    }

    @Test
    void everyAttemptOfACallGoesThroughIt() {
        try (AwsSession session = session(busy, counting, Optional.empty())) {
            assertThatThrownBy(() -> ask(session)).isInstanceOf(TransientFailure.class);
        }
        assertThat(busy.requests()).hasSizeGreaterThan(1).hasSize(passed.get());
        assertThat(beside).hasValue(0);
    }

    @Test
    void theRoleIsAssumedThroughItToo() {
        AwsAccess.Role role = new AwsAccess.Role("arn:aws:iam::210987654321:role/deployer", Optional.empty());
        try (AwsSession session = session(obliging, counting, Optional.of(role))) {
            ask(session);
        }
        assertThat(obliging.requests()).hasSize(2).hasSize(passed.get());
    }

    @Test
    void aSessionBesideThisOneGoesThroughItToo() {
        try (AwsSession session = session(obliging, counting, Optional.empty());
                AwsSession there = session.beside(AwsPlace.of(new AwsRegion("us-east-1")), Optional.empty())) {
            ask(there);
        }
        assertThat(obliging.requests()).hasSize(1).hasSize(passed.get());
    }

    @Test
    void aRequestThatItForgetsIsNoAnswer() {
        try (AwsSession session = session(obliging, attempt -> {}, Optional.empty())) {
            assertThatThrownBy(() -> ask(session)).hasMessageContaining("did not let the request through");
        }
        assertThat(obliging.requests()).isEmpty();
    }

    @Test
    void whatItRefusesIsToldInItsWords() {
        Passage closed = attempt -> {
            throw new IOException("this node connects to nobody");
        };
        try (AwsSession session = session(obliging, closed, Optional.empty())) {
            assertThatThrownBy(() -> ask(session)).hasMessageContaining("this node connects to nobody");
        }
        assertThat(obliging.requests()).isEmpty();
    }
}
