package org.ecsdelivery.engine.event;

import java.util.ArrayList;
import java.util.List;

/** Keeps every event, for a test to look at. */
public final class RecordedEvents implements EngineListener {
    private final List<EngineEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(EngineEvent event) {
        events.add(event);
    }

    /** Returns all events, in order. */
    public synchronized List<EngineEvent> all() {
        return List.copyOf(events);
    }

    /** Returns the events of one type, in order. */
    public synchronized <E extends EngineEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
