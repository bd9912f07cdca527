package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** What is wrong with the env files of a build, of all of them at once. */
final class EnvFileProblems {
    private final Map<FailureKind, List<String>> texts = new EnumMap<>(FailureKind.class);

    void add(FailureKind kind, String text) {
        texts.computeIfAbsent(kind, none -> new ArrayList<>()).add(text);
    }

    /** Does something for the feature of a path; a failure of it is one of the problems. */
    void catching(String path, Runnable what) {
        try {
            what.run();
        } catch (EngineException failure) {
            add(failure.kind(), "Env file " + path + ": " + failure.getMessage());
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Makes one build problem of each kind, so that none hides another. */
    void report(StepLog log) {
        texts.forEach((kind, all) -> {
            String text = String.join("\n", all);
            log.line(text, Status.ERROR);
            log.problem(kind, text);
        });
    }
}
