package org.ecsdelivery.engine.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.SetupSettings;

/** Follows the events of one request, tells each once, and knows which failure was the first. */
final class StackWatch {
    private final StackApi stacks;
    private final SetupSettings settings;
    private final String stackId;
    private final String token;
    private final SetupTold told;
    private final Set<String> seen = new HashSet<>();
    private final List<StackNews> causes = new ArrayList<>();

    StackWatch(StackApi stacks, SetupSettings settings, String stackId, String token, SetupTold told) {
        this.stacks = stacks;
        this.settings = settings;
        this.stackId = stackId;
        this.token = token;
        this.told = told;
    }

    /** Looks once; answers the event with which the request ends. */
    Optional<StackNews> look() {
        Optional<StackNews> end = Optional.empty();
        for (StackNews news : stacks.events(stackId, token)) {
            if (seen.add(news.id())) {
                tell(news);
            }
            if (ofStack(news) && !news.status().endsWith("_IN_PROGRESS")) {
                end = Optional.of(news);
            }
        }
        return end;
    }

    private boolean ofStack(StackNews news) {
        return news.physicalId().equals(stackId);
    }

    private void tell(StackNews news) {
        String line = news.status() + "  " + news.resource() + "  " + news.type()
                + (news.reason().isEmpty() ? "" : "  " + news.reason());
        if (news.isCause() && !ofStack(news)) {
            causes.add(news);
        }
        if (news.status().endsWith("_FAILED") || news.status().contains("ROLLBACK")) {
            told.warn(line);
        } else {
            told.say(line);
        }
    }

    /** Says why the request failed: the first resource that failed by itself, not those that were cancelled for it. */
    String explained(StackNews end) {
        String state = "Stack " + settings.stack() + " is " + end.status() + ".";
        if (causes.isEmpty()) {
            return state + (end.reason().isEmpty() ? "" : " " + end.reason());
        }
        StackNews first = causes.get(0);
        String others = causes.size() == 1
                ? ""
                : " " + (causes.size() - 1) + " further failed by themselves too; see the events.";
        return "Stack " + settings.stack() + " could not be set up: " + first.resource() + " (" + first.type() + ") is "
                + first.status() + ": " + first.reason() + others + " " + state + back(end);
    }

    private static String back(StackNews end) {
        return switch (end.status()) {
            case "ROLLBACK_COMPLETE" -> " Nothing of it is left; delete the stack before you run the build again.";
            case "UPDATE_ROLLBACK_COMPLETE" -> " It is as it was before.";
            default -> " Look at it in the console before you run the build again.";
        };
    }
}
