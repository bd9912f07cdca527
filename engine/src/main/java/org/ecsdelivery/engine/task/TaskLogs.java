package org.ecsdelivery.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.LogPage;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.AccessDenied;

/** The logs of a task's containers as one: what was written since the last look, in the order of its moments. */
final class TaskLogs {
    private final ContainerLogApi api;
    private final EngineListener listener;
    private final List<Stream> streams = new ArrayList<>();
    private final boolean several;
    private final String label;
    private int calls;

    TaskLogs(ContainerLogApi api, RevisionState revision, String taskId, String label, EngineListener listener) {
        this.api = api;
        this.listener = listener;
        this.label = label;
        revision.containers().forEach(each -> each.log().ifPresent(log -> streams.add(stream(each, log, taskId))));
        this.several = streams.size() > 1;
    }

    private static Stream stream(RevisionState.Container container, RevisionState.LogTarget log, String taskId) {
        String name = container.name().value();
        return new Stream(name, log.group(), log.streamPrefix() + "/" + name + "/" + taskId);
    }

    boolean areSome() {
        return !streams.isEmpty();
    }

    /** Returns how many calls the last look made. */
    int calls() {
        return calls;
    }

    /**
     * Tells what is new.
     *
     * @return whether there was anything
     */
    boolean tellNews() {
        calls = 0;
        List<Written> news = new ArrayList<>();
        try {
            for (Iterator<Stream> each = streams.iterator(); each.hasNext(); ) {
                readOrGiveUp(each, news);
            }
        } finally {
            // also when the next stream could not be read: what was read once does not come again
            news.stream()
                    .sorted(Comparator.comparing(written -> written.line().at()))
                    .forEach(written -> listener.on(new TaskEvent.LogWritten(
                            label(written), written.line().text())));
        }
        return !news.isEmpty();
    }

    private String label(Written written) {
        String container = several ? written.container() : "";
        return label.isEmpty() ? container : (label + " " + container).strip();
    }

    private void readOrGiveUp(Iterator<Stream> streamsLeft, List<Written> news) {
        Stream stream = streamsLeft.next();
        try {
            calls++;
            LogPage page = api.read(stream.group, stream.name, stream.from);
            stream.from = page.next().or(() -> stream.from);
            page.lines().forEach(line -> news.add(new Written(stream.container, line)));
        } catch (AccessDenied denied) {
            streamsLeft.remove();
            listener.on(new EngineEvent.Warned(
                    "The log of container " + stream.container + " cannot be shown. " + denied.getMessage()));
        }
    }

    private record Written(String container, LogPage.Line line) {}

    /** A stream, and how far it has been read. */
    private static final class Stream {
        private final String container;
        private final String group;
        private final String name;
        private Optional<String> from = Optional.empty();

        Stream(String container, String group, String name) {
            this.container = container;
            this.group = group;
            this.name = name;
        }
    }
}
