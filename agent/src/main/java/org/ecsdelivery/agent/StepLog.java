package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildProgressLogger;
import jetbrains.buildServer.agent.FlowLogger;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessageTypes;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The build log of one step, in a flow of its own. Whatever a Dockerfile, a container or ECS writes is only shown, never
 * obeyed as a service message; secrets are masked first; and once the step is over, nothing is written any more.
 */
final class StepLog implements AutoCloseable {
    private static final String BLOCK_TYPE = "ecsDelivery";
    private static final String PROBLEM_TYPE = "ecsDelivery";
    /** The word joiner, which nobody sees, keeps the text from being a service message. */
    private static final String BROKEN_START = "##\u2060teamcity[";

    private final FlowLogger log;
    private final Masking masking;
    private boolean open;

    StepLog(BuildProgressLogger log, String flowId, Masking masking) {
        this.log = log.getFlowLogger(flowId);
        this.masking = masking;
    }

    /** Begins the flow, on the thread in whose flow the step lies. */
    synchronized void begin() {
        log.startFlow();
        open = true;
    }

    /** Tells whether the step is still going on: what comes to light later may belong to the time of another build. */
    synchronized boolean isOpen() {
        return open;
    }

    Masking masking() {
        return masking;
    }

    void line(String text) {
        line(text, Status.NORMAL);
    }

    void line(String text, Status status) {
        write(to -> to.message(defused(text), status));
    }

    void blockOpened(String name) {
        write(to -> to.activityStarted(name, BLOCK_TYPE));
    }

    void blockClosed(String name) {
        write(to -> to.activityFinished(name, BLOCK_TYPE));
    }

    void progress(String text) {
        write(to -> to.progressMessage(defused(text)));
    }

    void statistic(String key, BigDecimal value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("key", key);
        attributes.put("value", value.toPlainString());
        write(to -> to.message(ServiceMessage.asString(ServiceMessageTypes.BUILD_STATISTIC_VALUE, attributes)));
    }

    /** Tells the server half something that it takes out of the log. */
    void tellServer(String message, Map<String, String> attributes) {
        write(to -> to.message(ServiceMessage.asString(message, attributes)));
    }

    /** Shows a few words beside what TeamCity says of the build. */
    void status(String words) {
        Map<String, String> attributes = Map.of("text", "{build.status.text}, " + defused(masking.masked(words)));
        write(to -> to.message(ServiceMessage.asString(ServiceMessageTypes.BUILD_STATUS, attributes)));
    }

    void problem(FailureKind kind, String text) {
        problem(kind.identity(), text);
    }

    void problem(String identity, String text) {
        String description = defused(masking.masked(text));
        int most = Math.min(description.length(), BuildProblemData.MAX_DESCRIPTION_LENGTH);
        write(to -> to.logBuildProblem(
                BuildProblemData.createBuildProblem(identity, PROBLEM_TYPE, description.substring(0, most))));
    }

    void exception(Throwable failure) {
        write(to -> to.exception(failure));
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            log.disposeFlow();
        }
    }

    private synchronized void write(Consumer<FlowLogger> what) {
        if (open) {
            masking.refresh();
            what.accept(log);
        }
    }

    private static String defused(String text) {
        return text.replace(ServiceMessage.SERVICE_MESSAGE_START, BROKEN_START);
    }
}
