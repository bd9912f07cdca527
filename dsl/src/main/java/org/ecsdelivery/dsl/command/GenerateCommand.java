package org.ecsdelivery.dsl.command;

import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.dsl.CheckedSettings;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.check.Severity;
import org.ecsdelivery.dsl.files.Written;

/** Writes the settings directory. */
final class GenerateCommand {
    private final Place place;
    private final Output output;

    GenerateCommand(Place place, Output output) {
        this.place = place;
        this.output = output;
    }

    Outcome run(Supplier<Settings> settings) {
        Preview preview = Preview.of(place, settings);
        CheckedSettings checked = preview.checked().accepted();
        Written written = preview.directory().write(preview.comparison().get());
        checked.problems().stream()
                .filter(each -> each.severity() == Severity.WARNING)
                .map(Problem::toString)
                .forEach(output::complain);
        list("created", written.created());
        list("changed", written.changed());
        list("removed", written.removed());
        list("left alone", written.leftAlone());
        output.say(written.isNothing() ? place.name() + " was already what the settings say." : summary(written));
        return Outcome.DONE;
    }

    private void list(String what, List<String> paths) {
        paths.forEach(path -> output.say(String.format("%-10s %s", what, path)));
    }

    private String summary(Written written) {
        return place.name() + " is what the settings say now: " + Counts.of(written) + ".";
    }
}
