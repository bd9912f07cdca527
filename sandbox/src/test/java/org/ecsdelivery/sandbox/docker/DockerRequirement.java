package org.ecsdelivery.sandbox.docker;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Looks for the engine before the first test of a class. */
final class DockerRequirement implements BeforeAllCallback {

    private final DockerEngine engine;
    private final boolean ci;

    DockerRequirement() {
        this(DockerEngine.ofEnvironment(), Boolean.parseBoolean(System.getenv("CI")));
    }

    DockerRequirement(DockerEngine engine, boolean ci) {
        this.engine = engine;
        this.ci = ci;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        check();
    }

    void check() {
        Optional<String> problem = engine.problem();
        if (problem.isPresent() && ci) {
            throw new AssertionError(problem.get() + " With CI=true this test must run, not be skipped.");
        }
        if (problem.isPresent()) {
            throw new TestAbortedException(problem.get());
        }
    }
}
