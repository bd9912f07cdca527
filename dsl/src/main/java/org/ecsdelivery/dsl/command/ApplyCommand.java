package org.ecsdelivery.dsl.command;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.dsl.xml.Element;

/** Has a server load the settings of a project from its repository, and tells what becomes of it. */
final class ApplyCommand {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration CADENCE = Duration.ofSeconds(2);
    /** So many looks in a row may fail before the server is taken to be gone. */
    private static final int FAILURES = 5;

    private final ApplyOptions options;
    private final SettingsService service;
    private final Machine machine;
    private final Output output;
    private String said = "";

    ApplyCommand(ApplyOptions options, AccessToken token, Machine machine, Output output) {
        this.options = options;
        this.service = new SettingsService(options.server(), options.project(), token, ANSWER);
        this.machine = machine;
        this.output = output;
    }

    Outcome run() {
        refuseWhatIsNotSynchronised(service.config());
        SyncStatus before = service.status();
        String projects = String.join(", ", service.load());
        output.say("Asked " + options.server() + " to load the settings of "
                + (projects.isEmpty() ? options.project() : projects) + " from their repository.");
        output.found().flush();
        Thread goodbye = new Thread(this::leave);
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            return await(before);
        } finally {
            stay(goodbye);
        }
    }

    /** What a stopped command says: the server knows nothing of it. */
    private void leave() {
        output.complain("Stopped waiting. The server goes on loading the settings of " + options.project()
                + "; what becomes of it stands under Versioned Settings there.");
        output.wrong().flush();
    }

    private static void stay(Thread goodbye) {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (IllegalStateException ignored) {
            // The program is being ended just now, and the hook runs.
        }
    }

    private void refuseWhatIsNotSynchronised(Element config) {
        String project = options.project();
        if (config.attribute("synchronizationMode").orElse("").equals("disabled")) {
            throw new Misuse("The server does not synchronise project " + project
                    + " with a repository. Enable that there under" + " Versioned Settings, with XML as the format.");
        }
        if (config.attribute("format").orElse("").equalsIgnoreCase("kotlin")) {
            throw new Misuse("The server takes the settings of project " + project
                    + " from Kotlin, and would not look at XML. Choose"
                    + " XML as the format there under Versioned Settings.");
        }
    }

    private Outcome await(SyncStatus before) {
        Duration end = machine.passed().plus(options.limit());
        boolean fresh = false;
        int failures = 0;
        SyncStatus now = before;
        while (pausedBefore(end)) {
            try {
                now = service.status();
                failures = 0;
            } catch (NoAnswer failure) {
                refuseUnlessPassing(failure, ++failures);
                continue;
            }
            tell(now);
            fresh |= now.isUnderWay() || !now.equals(before);
            Optional<Outcome> outcome = outcome(now, fresh);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw NoAnswer.of(
                "After " + options.limit().toMinutes() + " min the server says" + (fresh ? "" : ", as it did before,")
                        + " of project " + options.project() + ": '" + now.message()
                        + "'. Look at Versioned Settings there, or wait longer by "
                        + ApplyOptions.MINUTES + ".");
    }

    private boolean pausedBefore(Duration end) {
        try {
            machine.pause(CADENCE);
            return machine.passed().compareTo(end) < 0;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw NoAnswer.of(
                    "Stopped waiting, since the command was interrupted. The server goes on loading the settings.");
        }
    }

    private static void refuseUnlessPassing(NoAnswer failure, int failures) {
        if (!failure.isPassing() || failures >= FAILURES) {
            throw failure;
        }
    }

    private void tell(SyncStatus now) {
        if (now.isUnderWay() && !now.message().equals(said)) {
            said = now.message();
            output.say("  " + said);
            output.found().flush();
        }
    }

    /** What the server said before it was asked says nothing, unless it names the very commit. */
    private Optional<Outcome> outcome(SyncStatus now, boolean fresh) {
        if (now.isUnderWay() || !(fresh || now.isApplied() && isWanted(now))) {
            return Optional.empty();
        }
        if (now.isWrong()) {
            return Optional.of(refused(now));
        }
        return now.isApplied() ? Optional.of(applied(now)) : Optional.empty();
    }

    private boolean isWanted(SyncStatus now) {
        String there = now.revision().orElse("");
        return options.revision()
                .filter(wanted -> !there.isEmpty() && (there.startsWith(wanted) || wanted.startsWith(there)))
                .isPresent();
    }

    private Outcome refused(SyncStatus now) {
        now.errors().forEach(output::complain);
        now.missing()
                .forEach(each -> output.complain("Parameter " + each
                        + " has no value. Set it there under Versioned Settings, Context Parameters."));
        output.say("The server did not take the settings of " + options.project() + ", and keeps those that it had: "
                + now.message());
        return Outcome.DIFFERENT;
    }

    private Outcome applied(SyncStatus now) {
        now.errors().forEach(output::complain);
        output.say(now.message());
        if (options.revision().isEmpty() || isWanted(now)) {
            return Outcome.DONE;
        }
        String wanted = options.revision().get();
        if (now.revision().isEmpty()) {
            throw NoAnswer.of("The server does not say whether that was revision " + wanted
                    + ". Look at Versioned Settings there, or" + " leave out " + ApplyOptions.REVISION + ".");
        }
        output.complain("The server has loaded revision " + now.revision().get() + ", not " + wanted
                + ": the branch that it follows lacks that commit, or is ahead of it. Push the commit to that branch, which the VCS root"
                + " of the settings names, or name the last commit that changed the settings.");
        return Outcome.DIFFERENT;
    }
}
