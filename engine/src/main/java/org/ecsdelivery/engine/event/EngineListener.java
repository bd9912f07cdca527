package org.ecsdelivery.engine.event;

/** Hears what the engine does. It is called on the engine's thread, in order, and must return soon. */
@FunctionalInterface
public interface EngineListener {
    /** Hears one event. */
    void on(EngineEvent event);
}
