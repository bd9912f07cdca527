package org.ecsdelivery.dsl.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A machine on which pauses pass at once, and are counted. */
final class QuickMachine implements Machine {
    private final Map<String, String> environment;
    private Duration passed = Duration.ZERO;

    QuickMachine(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public Duration passed() {
        return passed;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        passed = passed.plus(duration);
    }
}
