package org.ecsdelivery.server.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuild;
import org.ecsdelivery.engine.failure.EngineException;

/** ECS with records that a test sets, and every request that changes one. */
final class EcsThatRemembers implements EcsRecords, EcsRecords.Door {
    final List<String> requests = new ArrayList<>();
    private final Map<String, EcsRecord> records = new LinkedHashMap<>();
    private final Map<String, String> revisions = new LinkedHashMap<>();
    private Optional<EngineException> refusal = Optional.empty();
    private Optional<EngineException> refusesToTurn = Optional.empty();
    private int waiting;

    /** Sets a record; the newest is set last. */
    EcsThatRemembers has(String arn, String revision, String status) {
        records.put(arn, new EcsRecord(arn, status, "", Optional.empty()));
        revisions.put(arn, revision);
        return this;
    }

    void forgets(String arn) {
        records.remove(arn);
    }

    void refuses(EngineException what) {
        refusal = Optional.of(what);
    }

    void answersAgain() {
        refusal = Optional.empty();
    }

    void refusesToTurnBack(EngineException what) {
        refusesToTurn = Optional.of(what);
    }

    void waitsAt(int hooks) {
        waiting = hooks;
    }

    @Override
    public EcsRecords open(SBuild build, JournalEntry deployment) {
        return this;
    }

    @Override
    public Optional<EcsRecord> find(String cluster, String service, String taskDefinition) {
        refuse();
        requests.add("find " + service);
        List<String> newestFirst = new ArrayList<>(records.keySet());
        java.util.Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(arn -> taskDefinition.equals(revisions.get(arn)))
                .map(records::get)
                .findFirst();
    }

    @Override
    public Optional<EcsRecord> look(String arn) {
        refuse();
        return Optional.ofNullable(records.get(arn));
    }

    @Override
    public void turnBack(String arn) {
        refuse();
        refusesToTurn.ifPresent(EcsThatRemembers::fail);
        requests.add("turnBack " + arn);
        has(arn, revisions.get(arn), "ROLLBACK_IN_PROGRESS");
    }

    @Override
    public int answer(String arn, PauseAnswer answer) {
        refuse();
        int answered = waiting;
        waiting = 0;
        if (answered > 0) {
            requests.add(answer + " " + arn);
        }
        return answered;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private void refuse() {
        refusal.ifPresent(EcsThatRemembers::fail);
    }

    private static void fail(EngineException what) {
        throw what;
    }
}
