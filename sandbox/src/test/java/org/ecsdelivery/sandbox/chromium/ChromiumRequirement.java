package org.ecsdelivery.sandbox.chromium;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Looks for the browser before the first test of a class. */
final class ChromiumRequirement implements BeforeAllCallback {
    private final Chromium chromium;
    private final boolean ci;

    ChromiumRequirement() {
        this(Chromium.ofEnvironment(), Boolean.parseBoolean(System.getenv("CI")));
    }

    ChromiumRequirement(Chromium chromium, boolean ci) {
        this.chromium = chromium;
        this.ci = ci;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        check();
    }

    void check() {
        Optional<String> problem = chromium.problem();
        if (problem.isPresent() && ci) {
            throw new AssertionError(problem.get() + " With CI=true this test must run, not be skipped.");
        }
        if (problem.isPresent()) {
            throw new TestAbortedException(problem.get());
        }
    }
}
