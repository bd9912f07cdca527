package org.ecsdelivery.dsl.command;

import java.time.Duration;
import java.util.Optional;

/** What a command takes from the machine that it runs on. */
interface Machine {
    /** Returns a variable of the environment. */
    Optional<String> environment(String name);

    /** Returns how long something has been going on, from some point in time. */
    Duration passed();

    /** Lets time pass. */
    void pause(Duration duration) throws InterruptedException;
}
