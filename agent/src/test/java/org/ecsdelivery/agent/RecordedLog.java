package org.ecsdelivery.agent;

import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.FlowLogger;
import jetbrains.buildServer.messages.Status;
import org.mockito.invocation.InvocationOnMock;

/** A build logger that keeps every call, whatever else the logger of a TeamCity version can do. */
final class RecordedLog {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<BuildProblemData> problems = new CopyOnWriteArrayList<>();
    private final FlowLogger logger = mock(FlowLogger.class, this::answer);

    FlowLogger logger() {
        return logger;
    }

    /** Returns every call as {@code method(arguments)}, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Returns the lines, those that TeamCity would obey included. */
    List<String> lines() {
        return calls.stream().filter(each -> each.startsWith("message(")).toList();
    }

    List<BuildProblemData> problems() {
        return List.copyOf(problems);
    }

    private Object answer(InvocationOnMock call) {
        if (call.getMethod().getName().equals("getFlowLogger")) {
            return call.getMock();
        }
        if (call.getArguments().length == 1 && call.getArgument(0) instanceof BuildProblemData problem) {
            problems.add(problem);
        }
        calls.add(call.getMethod().getName()
                + Arrays.stream(call.getArguments())
                        .map(each -> each instanceof Status status ? status.getText() : String.valueOf(each))
                        .collect(Collectors.joining(", ", "(", ")")));
        return null;
    }
}
