package org.ecsdelivery.agent;

import java.time.InstantSource;
import org.ecsdelivery.engine.time.Crew;
import org.ecsdelivery.engine.time.Pause;

/** The one place where the parts meet: time, and the way out to AWS and Docker. */
public final class Wiring {
    private final InstantSource clock;
    private final Pause pause;
    private final Outside.Door door;

    /** Wires the real world; Spring does. */
    public Wiring() {
        this(InstantSource.system(), new SystemPause());
    }

    private Wiring(InstantSource clock, Pause pause) {
        this(
                clock,
                pause,
                (access, environment, listener) -> AwsAndDocker.open(access, environment, clock, pause, listener));
    }

    Wiring(InstantSource clock, Pause pause, Outside.Door door) {
        this.clock = clock;
        this.pause = pause;
        this.door = door;
    }

    InstantSource clock() {
        return clock;
    }

    Pause pause() {
        return pause;
    }

    Crew crew() {
        return new ThreadCrew();
    }

    Outside.Door door() {
        return door;
    }
}
