package org.ecsdelivery.sandbox.teamcity;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.ParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.FlowLogger;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import org.jspecify.annotations.Nullable;

/** The logger a plugin writes to: keeps the open blocks of one flow and obeys service messages. */
final class FlowLog implements FlowLogger {
    private final BuildLog log;
    private final ServiceMessages orders;
    private final String flowId;
    private final int baseDepth;
    private final Deque<String> blocks = new ArrayDeque<>();
    private final ThreadLocal<Boolean> ignoring = ThreadLocal.withInitial(() -> false);

    FlowLog(BuildLog log, ServiceMessages orders) {
        this(log, orders, "main", 0);
    }

    private FlowLog(BuildLog log, ServiceMessages orders, String flowId, int baseDepth) {
        this.log = log;
        this.orders = orders;
        this.flowId = flowId;
        this.baseDepth = baseDepth;
    }

    @Override
    public void message(String message) {
        message(message, Status.NORMAL);
    }

    @Override
    public void message(String message, Status status) {
        for (String line : message.split("\\R", -1)) {
            if (!obeyed(line)) {
                write(LogLine.Kind.MESSAGE, status, line);
            }
        }
    }

    @Override
    public void error(String message) {
        message(message, Status.ERROR);
    }

    @Override
    public void warning(String message) {
        message(message, Status.WARNING);
    }

    @Override
    public void exception(Throwable exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace, true));
        write(LogLine.Kind.MESSAGE, Status.ERROR, trace.toString().strip());
    }

    @Override
    public void progressMessage(String message) {
        write(LogLine.Kind.PROGRESS, Status.NORMAL, message);
    }

    @Override
    public void progressStarted(String message) {
        progressMessage(message);
    }

    @Override
    public void progressFinished() {
        // the progress of what follows replaces it
    }

    @Override
    public void activityStarted(String activityName, String activityType) {
        activityStarted(activityName, "", activityType);
    }

    @Override
    public synchronized void activityStarted(
            String activityName, @Nullable String activityDescription, String activityType) {
        boolean described = activityDescription != null && !activityDescription.isEmpty();
        write(
                LogLine.Kind.BLOCK_OPENED,
                Status.NORMAL,
                described ? activityName + " (" + activityDescription + ")" : activityName);
        blocks.push(activityName);
    }

    @Override
    public synchronized void activityFinished(String activityName, String activityType) {
        if (!blocks.contains(activityName)) {
            return;
        }
        String closed;
        do {
            closed = blocks.pop();
            write(LogLine.Kind.BLOCK_CLOSED, Status.NORMAL, closed);
        } while (!closed.equals(activityName));
    }

    @Override
    public void targetStarted(String targetName) {
        activityStarted(targetName, "target");
    }

    @Override
    public void targetFinished(String targetName) {
        activityFinished(targetName, "target");
    }

    @Override
    public void buildFailureDescription(String message) {
        error(message);
    }

    @Override
    public void internalError(String type, String message, @Nullable Throwable throwable) {
        error(message);
        if (throwable != null) {
            exception(throwable);
        }
    }

    @Override
    public void flush() {
        // every line is passed on at once
    }

    @Override
    public void ignoreServiceMessages(Runnable runnable) {
        boolean before = ignoring.get();
        ignoring.set(true);
        try {
            runnable.run();
        } finally {
            ignoring.set(before);
        }
    }

    @Override
    public FlowLogger getFlowLogger(String id) {
        return new FlowLog(log, orders, id, depth());
    }

    @Override
    public FlowLogger getThreadLogger() {
        return this;
    }

    @Override
    public String getFlowId() {
        return flowId;
    }

    @Override
    public void logBuildProblem(BuildProblemData buildProblem) {
        orders.problem(this, buildProblem);
    }

    @Override
    public void startFlow() {
        // a flow begins with its first line
    }

    @Override
    public void disposeFlow() {
        closeBlocks();
    }

    /** Closes what a plugin left open, as TeamCity does when a step ends. */
    synchronized void closeBlocks() {
        if (!blocks.isEmpty()) {
            activityFinished(blocks.getLast(), "");
        }
    }

    private boolean obeyed(String line) {
        if (ignoring.get()) {
            return false;
        }
        try {
            ServiceMessage message = ServiceMessage.parse(line);
            return message != null && orders.obey(this, message);
        } catch (ParseException cause) {
            write(LogLine.Kind.MESSAGE, Status.WARNING, "Broken service message: " + cause.getMessage());
            return false;
        }
    }

    private void write(LogLine.Kind kind, Status status, String text) {
        log.write(depth(), kind, status, text);
    }

    private synchronized int depth() {
        return baseDepth + blocks.size();
    }
}
